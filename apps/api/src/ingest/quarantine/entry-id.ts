import { hash } from 'node:crypto';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { uuidOf } from '../../facts/uuid-of.ts';
import type { KeptCandidate } from '../rows/candidate.ts';

/** A row as its source wrote it, however it is mapped and whatever is wrong with it. */
export const textOf = ({ origin, raw }: KeptCandidate): string => origin?.text ?? raw;

/** What rows that read alike have in common; short, because every row of a sending is remembered by it. */
export const digestOf = (candidate: KeptCandidate): string => hash('sha256', textOf(candidate), 'hex');

/**
 * The entry that a row has in the quarantine, should it have one: the same row sent again is the same entry, whatever is
 * wrong with it this time. Two rows of one sending that read alike are two entries, because two patients may have
 * answered alike; `occurrence` tells them apart.
 */
export function entryIdOf(
  { sourceId, kind }: { sourceId: string; kind: FactKind },
  candidate: KeptCandidate,
  occurrence: number,
): string {
  if (candidate.entry !== undefined) return candidate.entry;
  return uuidOf(sourceId, kind, candidate.retracts ? 'taken back' : '', textOf(candidate), String(occurrence));
}
