import type { WaitOutcome } from '#domain/wait.ts';
import { WAIT_OUTCOMES } from '#domain/wait.ts';
import { addWait } from '#metrics/wait-counts.ts';
import { dateArray, float8Array, int2Array, timestamptzArray, uuidArray } from '../database/binary-array.ts';
import { WAIT_CELL } from '../rollups/cell-table.ts';
import { commonColumns } from './fact-columns.ts';
import type { Fact, FactTable } from './fact-table.ts';

/** One wait, ready to be stored. Instants in ms, dates in days since 1970-01-01, codes as their numbers. */
export interface Wait extends Fact {
  kind: number;
  startedAt: number;
  startedOn: number;
  endedAt: number | null;
  outcome: number;
  /** Minutes waited until the end; null while it goes on. */
  waitMinutes: number | null;
  promisedMinutes: number | null;
  channel: number;
  visitPseudonym: string | null;
}

interface Counted {
  departmentId: string;
  day: number;
  kind: number;
  channel: number;
  outcome: number;
  waitMinutes: number | null;
  promisedMinutes: number | null;
}

export const WAIT: FactTable<Wait, Counted> = {
  name: 'wait',
  cells: WAIT_CELL,
  columns: [
    ...commonColumns<Wait>(),
    { name: 'kind', type: 'int2', encode: (rows) => int2Array(rows.map((row) => row.kind)) },
    { name: 'started_at', type: 'timestamptz', encode: (rows) => timestamptzArray(rows.map((row) => row.startedAt)) },
    { name: 'started_on', type: 'date', encode: (rows) => dateArray(rows.map((row) => row.startedOn)) },
    { name: 'ended_at', type: 'timestamptz', encode: (rows) => timestamptzArray(rows.map((row) => row.endedAt)) },
    { name: 'outcome', type: 'int2', encode: (rows) => int2Array(rows.map((row) => row.outcome)) },
    { name: 'wait_minutes', type: 'float8', encode: (rows) => float8Array(rows.map((row) => row.waitMinutes)) },
    { name: 'promised_minutes', type: 'float8', encode: (rows) => float8Array(rows.map((row) => row.promisedMinutes)) },
    { name: 'channel', type: 'int2', encode: (rows) => int2Array(rows.map((row) => row.channel)) },
    { name: 'visit_pseudonym', type: 'uuid', encode: (rows) => uuidArray(rows.map((row) => row.visitPseudonym)) },
  ],
  countedSql: `f.department_id as "departmentId", f.started_on - date '1970-01-01' as day, f.kind, f.channel, f.outcome,
    f.wait_minutes as "waitMinutes", f.promised_minutes as "promisedMinutes"`,
  countedOf: ({ departmentId, startedOn, kind, channel, outcome, waitMinutes, promisedMinutes }) => ({
    departmentId,
    day: startedOn,
    kind,
    channel,
    outcome,
    waitMinutes,
    promisedMinutes,
  }),
  count: (deltas, counted, sign) =>
    addWait(
      deltas.at(counted.day, counted.departmentId, [counted.kind, counted.channel]),
      { ...counted, outcome: WAIT_OUTCOMES.codeOf(counted.outcome) as WaitOutcome },
      sign,
    ),
};
