import { naturalId } from '../../facts/natural-key.ts';
import type { KeptCandidate, Problem } from '../rows/candidate.ts';

/** Enough for the longest row that could be mended: fields hold 50,000 characters at most. */
const KEPT = 100_000;
/** Longer texts are nobody's misspelt department. */
const SAID = 200;
const LONGEST_ID = 200;
const DEEPEST = 4;

/** What is kept of a refused row beside its reason. */
export interface EntryContent {
  raw: string;
  /** Its cells by column, or its values by field where it came as JSON; null where it is neither, or too long to be kept whole. */
  cells: string | null;
  /** What it says in the field at fault, by which rows that say the same are found. */
  said: string | null;
  /** Its natural key, where it brought an id. */
  rowId: string | null;
}

export const NOTHING_KEPT: EntryContent = { raw: '', cells: null, said: null, rowId: null };

export function contentOf(candidate: KeptCandidate, { field }: Problem, sourceId: string): EntryContent {
  const { origin, raw } = candidate;
  const cells = origin === undefined ? valuesIn(raw) : origin.cells;
  const kept = cells === null ? undefined : storableValue(cells);
  const text = kept === undefined ? null : JSON.stringify(kept);
  return {
    raw: storable(raw.slice(0, KEPT)),
    cells: text === null || text.length > KEPT ? null : text,
    said: saidIn(candidate, cells, field),
    rowId: rowIdOf(candidate, sourceId),
  };
}

/** The natural key of a row that brought an id of its own; null where it did not, or where the id is no good. */
export function rowIdOf(candidate: KeptCandidate, sourceId: string): string | null {
  let id = ownIds.get(candidate);
  if (id === undefined) {
    id = ownIdOf(candidate);
    ownIds.set(candidate, id);
  }
  return id === '' ? null : naturalId(sourceId, id);
}

/** Asked for several times on the way, and a long text is slow to read. */
const ownIds = new WeakMap<KeptCandidate, string>();

function ownIdOf({ origin, raw }: KeptCandidate): string {
  const given = origin === undefined ? valuesIn(raw)?.externalId : origin.ownId;
  const id = typeof given === 'string' ? given.trim() : '';
  return id.length > LONGEST_ID || !id.isWellFormed() ? '' : id;
}

/** The natural keys of refused rows: what is written of them comes after what was written before. */
export const ownIdsOf = (refused: readonly { candidate: KeptCandidate }[], sourceId: string): string[] =>
  refused.flatMap(({ candidate }) => rowIdOf(candidate, sourceId) ?? []);

/** The object that a row was sent as; null where it is none. */
function valuesIn(raw: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function saidIn(
  { origin, reading }: KeptCandidate,
  cells: Readonly<Record<string, unknown>> | null,
  field: string | null,
): string | null {
  if (field === null || cells === null) return null;
  const column = origin === undefined || reading === undefined ? field : columnOf(origin.feeds, field);
  const said = column === undefined || !Object.hasOwn(cells, column) ? undefined : cells[column];
  if (typeof said !== 'string' && typeof said !== 'number') return null;
  const text = storable(String(said)).trim();
  return text === '' || text.length > SAID ? null : text;
}

const columnOf = (feeds: Readonly<Record<string, string>>, field: string): string | undefined =>
  Object.hasOwn(feeds, field) ? feeds[field] : undefined;

/** What comes from a row may hold characters that Postgres cannot keep; also the name of a field. */
export const storable = (text: string): string => text.replaceAll('\0', '\ufffd').toWellFormed();

/** A value as it can be kept as JSON; undefined for one so nested that it is no field's. */
export function storableValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return storable(value);
  // JSON has no word for it, and as null it would be taken for "not known".
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return undefined;
  const said = Object.entries(value).filter(([, one]) => one !== undefined);
  const parts = said.map(([name, one]): [string, unknown] => [storable(name), storableValue(one, depth + 1)]);
  if (parts.some(([, one]) => one === undefined)) return undefined;
  return Array.isArray(value) ? parts.map(([, one]) => one) : Object.fromEntries(parts);
}
