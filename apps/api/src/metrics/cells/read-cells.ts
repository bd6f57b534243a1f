import type { Dimension } from '#contracts/dimension.ts';
import type { Transaction } from '../../database/database.ts';
import type { Stored } from '../question/dimension-words.ts';
import { preparedName } from '../prepared-name.ts';
import { cellsSql, longestCellSql } from './cells.query.ts';
import { monthPiecesOf, piecesOf } from './piece.ts';
import type { Span } from './span.ts';

/** What to read of one cell table. */
export interface CellsRequest {
  table: string;
  slots: readonly number[];
  spans: readonly Span[];
  by: readonly Dimension[];
  where: ReadonlyMap<Exclude<Dimension, 'site'>, readonly Stored[]>;
  /** True for cells of whole months. */
  monthly?: boolean;
}

/** The sums of one group: by span number, in the order of the slots asked for. */
export interface CellGroup {
  /** The group's keys as stored, in the order of `by`. */
  keys: readonly Stored[];
  sums: ReadonlyMap<number, readonly number[]>;
}

interface Row {
  span: number;
  counts: string;
  [key: `k${number}`]: Stored;
}

/** What was read: the groups, and the slots that were summed. A slot that no cell is long enough for is left out. */
export interface CellsAnswer {
  groups: readonly CellGroup[];
  slots: readonly number[];
}

/** Above this many slots it pays to look first how long the cells are. */
const MANY_SLOTS = 64;

/** Sums cells in one statement; with many slots after a look at how many of them are in use. */
export async function readCells({ client, scope }: Transaction, request: CellsRequest): Promise<CellsAnswer> {
  const { table, spans, by, where } = request;
  const pieces = request.monthly === true ? monthPiecesOf(spans) : piecesOf(spans);
  if (pieces.length === 0) return { groups: [], slots: [] };
  const values = [
    scope.organisationId,
    pieces.map(({ grain }) => grain),
    pieces.map(({ from }) => from),
    pieces.map(({ to }) => to),
    pieces.map(({ first }) => first),
    pieces.map(({ step }) => step),
    ...[...where.values()].map((kept) => [...kept]),
  ];
  const run = async <Row>(text: string): Promise<Row[]> =>
    (await client.query({ name: preparedName(text), text, values })).rows as Row[];

  let slots = request.slots;
  if (slots.length > MANY_SLOTS) {
    const [longest] = await run<{ slots: number }>(longestCellSql({ table, where: [...where.keys()] }));
    slots = slots.filter((slot) => slot < (longest?.slots ?? 0));
  }
  if (slots.length === 0) return { groups: [], slots };
  const rows = await run<Row>(cellsSql({ table, slots, by, where: [...where.keys()] }));
  return { groups: grouped(rows, by.length), slots };
}

function grouped(rows: readonly Row[], keyCount: number): CellGroup[] {
  const groups = new Map<string, { keys: Stored[]; sums: Map<number, number[]> }>();
  for (const row of rows) {
    const keys = Array.from({ length: keyCount }, (_, index) => row[`k${index}`] ?? '');
    const name = keys.join('\n');
    let group = groups.get(name);
    if (group === undefined) {
      group = { keys, sums: new Map() };
      groups.set(name, group);
    }
    group.sums.set(row.span, sumsOf(row.counts));
  }
  return [...groups.values()];
}

/** Reads `{1,2,3}`; the parser of JSON is many times quicker than one for arrays. */
function sumsOf(text: string): number[] {
  return JSON.parse(`[${text.slice(1, -1)}]`) as number[];
}
