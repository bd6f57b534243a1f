import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { RefusalCode } from '#contracts/ingest/refusal-code.ts';
import type { Reading, RowOrigin } from './row-origin.ts';

/** A row as a source delivered it, before anybody has looked at what it says. */
export interface Candidate {
  /** Line in the file, or position in what was sent, from 1. */
  row: number;
  /** Which candidate of its sending it is, from 1: several may stand in one line. Given as it arrives. */
  position?: number;
  /** The text as it came, kept with the row if it is refused. */
  raw: string;
  /** Characters it takes up; those of its text when left out. */
  weight?: number;
  /** Values by field name; undefined, null and '' mean "not known". */
  value: Record<string, unknown>;
  /**
   * Its values checked by the rules of its kind, for rows that can be checked as they are read. The object is good until
   * the next row of the same file is asked for its own. Throws `RefusedRowError`.
   */
  checked?(): Readonly<Record<string, unknown>>;
  /** What it is, where one sending holds several kinds; that of the sending when left out. */
  kind?: FactKind;
  /** True where the source takes the row of this externalId back. */
  retracts?: boolean;
  /** Of a row taken back because two visits are one: the visit that stays, and the id of its row. */
  mergedInto?: { visit: string; externalId: string };
  /** For a row that its source tells in parts, of which some may come in other sendings. */
  inParts?: InParts<Candidate>;
  /** What the parser already knows to be wrong with it. */
  problem?: Problem;
  /** Where it comes from, for a row of a file; a row that came as JSON is its text. */
  origin?: RowOrigin;
  /** How its sheet was read. */
  reading?: Reading;
  /** The entry of the quarantine that is driven in again with it. */
  entry?: string;
}

/** One thing that a source said of a row; it is kept as it stands, and only its format knows what it means. */
export type RowPart = Readonly<Record<string, string>>;

/** A row whose source tells it bit by bit, in any order and in as many files as it likes. */
export interface InParts<Row> {
  /** What this file has said of it, and of the rows that it is one with, so far: by the externalId of each. */
  parts: ReadonlyMap<string, readonly RowPart[]>;
  /** ExternalIds of rows that, by these parts, are one with it: what was said of them counts too. */
  othersIn(parts: readonly RowPart[]): readonly string[];
  /** The row, as all that was ever said of it tells it. */
  told(parts: readonly RowPart[]): Row;
}

/** What is kept of a candidate whose values have become a row: batches on their way should take little memory. */
export type KeptCandidate = Pick<Candidate, 'row' | 'raw' | 'position' | 'retracts' | 'origin' | 'reading' | 'entry'>;

const NONE: Candidate['value'] = Object.freeze({});

/** Its values are let go of: the row has them. Its text, which is hardly ever asked for, it can still tell. */
export function keptOf(candidate: Candidate): KeptCandidate {
  // One that is checked as it is read holds no values.
  if (candidate.checked === undefined) candidate.value = NONE;
  return candidate;
}

/** Why a row is refused: the field at fault (null for the whole row), a stable code, and the remedy in words. */
export interface Problem {
  field: string | null;
  code: RefusalCode;
  message: string;
}

/** Thrown by normalisers; caught once, where the row goes to quarantine. */
export class RefusedRowError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

export function refuse(field: string | null, code: RefusalCode, message: string): never {
  throw new RefusedRowError({ field, code, message });
}
