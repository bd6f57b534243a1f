import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { PreviewRowDto } from '#contracts/imports.dto.ts';
import { isPersonal } from '../../ingest/masking/personal-id.ts';
import { type MappableFields, placeOf } from '../../ingest/mapping/mappable-fields.ts';
import { type Candidate, type Problem, RefusedRowError } from '../../ingest/rows/candidate.ts';
import { INGEST_KINDS } from '../../ingest/rows/ingest-kinds.ts';
import type { ImportContext } from '../../ingest/rows/normaliser.ts';

/** Stands for what is kept as a pseudonym only. */
const HIDDEN = '•••';
const PSEUDONYMS: ReadonlySet<string> = new Set(['visit', 'patient']);
/** Codes and names; anything longer than these is somebody's words. */
const WORDS_FROM = 300;
const LONGEST_SHOWN = 2_000;

/** Tells rows as they would be stored, or why they would be set aside. */
export function shownRows(
  candidates: readonly Candidate[],
  kind: FactKind,
  fields: MappableFields,
  context: ImportContext,
): PreviewRowDto[] {
  const take = INGEST_KINDS[kind].begin(context);
  return candidates.map((candidate) => {
    const { row, value } = candidate;
    context.masking.begin(candidate);
    const problem = candidate.problem ?? problemOf(() => take(INGEST_KINDS[kind].check(value)));
    const shown = [...fields].flatMap(([name, { type }]): [string, string][] => {
      const { scored } = placeOf(name);
      const said = scored === undefined ? value[name] : (value.scores as Record<string, unknown> | undefined)?.[scored];
      if (said === undefined || said === null || said === '') return [];
      return [[name, textOf(name, type, said, { kind, value, context }).slice(0, LONGEST_SHOWN)]];
    });
    return {
      row,
      values: Object.fromEntries(shown),
      problem: problem === undefined ? null : { row, ...problem },
    };
  });
}

function problemOf(take: () => unknown): Problem | undefined {
  try {
    take();
    return undefined;
  } catch (error) {
    if (error instanceof RefusedRowError) return error.problem;
    throw error;
  }
}

interface Told {
  kind: FactKind;
  value: Candidate['value'];
  context: ImportContext;
}

function textOf(name: string, type: string, said: unknown, told: Told): string {
  if (PSEUDONYMS.has(name)) return HIDDEN;
  if (type === 'instant' && typeof said === 'string') return instantOf(name, said, told);
  if (Array.isArray(said)) return said.join(', ');
  const text = String(said);
  if (type !== 'text') return text;
  if (name === 'externalId') return isPersonal(text) ? HIDDEN : text;
  return isWords(name, text) ? masked(told, text) : text;
}

const WORDS: ReadonlySet<string> = new Set(['comment', 'title', 'narrative', 'text', 'reply', 'note']);
const isWords = (name: string, text: string): boolean => WORDS.has(name) || text.length > WORDS_FROM;

function masked({ kind, context }: Told, text: string): string {
  const ofComplaints = kind === 'complaints' || kind === 'complaint-events';
  return (ofComplaints ? context.masking.complaint(text) : context.masking.feedback(text)) ?? '';
}

/** The moment in UTC, where the row's place tells which clock it was read from; else as it stands there. */
function instantOf(name: string, said: string, { value, context }: Told): string {
  try {
    return new Date(context.clockOf(context.places.of(value)).instantOf(said, name)).toISOString();
  } catch (error) {
    if (error instanceof RefusedRowError) return said;
    throw error;
  }
}
