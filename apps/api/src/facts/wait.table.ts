import type { WaitOutcome } from '#domain/wait.ts';
import { WAIT_OUTCOMES } from '#domain/wait.ts';
import { addWait } from '#metrics/wait-counts.ts';
import type { Arrived } from '../rollups/arrival-deltas.ts';
import { WAIT_CELL } from '../rollups/cell-table.ts';
import { ARRIVED_SQL, arrivedColumn, type ArrivingFact, columnsOf, commonColumns } from './fact-columns.ts';
import type { FactTable } from './fact-table.ts';

/** One wait, ready to be stored. Instants in ms, dates in days since 1970-01-01, codes as their numbers. */
export interface Wait extends ArrivingFact {
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

interface Counted extends Arrived {
  kind: number;
  channel: number;
  outcome: number;
  waitMinutes: number | null;
  promisedMinutes: number | null;
}

const { uuid, int2, float8, date, instant } = columnsOf<Wait>();

export const WAIT: FactTable<Wait, Counted> = {
  name: 'wait',
  cells: WAIT_CELL,
  columns: [
    ...commonColumns<Wait>(),
    int2('kind', ({ kind }) => kind),
    instant('started_at', ({ startedAt }) => startedAt),
    date('started_on', ({ startedOn }) => startedOn),
    instant('ended_at', ({ endedAt }) => endedAt),
    int2('outcome', ({ outcome }) => outcome),
    float8('wait_minutes', ({ waitMinutes }) => waitMinutes),
    float8('promised_minutes', ({ promisedMinutes }) => promisedMinutes),
    int2('channel', ({ channel }) => channel),
    uuid('visit_pseudonym', ({ visitPseudonym }) => visitPseudonym),
    arrivedColumn<Wait>(),
  ],
  countedSql: `f.department_id as "departmentId", f.started_on - date '1970-01-01' as day, f.kind, f.channel, f.outcome,
    f.wait_minutes as "waitMinutes", f.promised_minutes as "promisedMinutes", ${ARRIVED_SQL}`,
  countedOf: ({
    sourceId,
    departmentId,
    arrivedOn,
    startedOn,
    kind,
    channel,
    outcome,
    waitMinutes,
    promisedMinutes,
  }) => ({
    sourceId,
    departmentId,
    arrivedOn,
    day: startedOn,
    kind,
    channel,
    outcome,
    waitMinutes,
    promisedMinutes,
  }),
  count: (deltas, counted, sign) => {
    const { day, departmentId, kind, channel, outcome } = counted;
    addWait(
      deltas.at(day, departmentId, [kind, channel]),
      { ...counted, outcome: WAIT_OUTCOMES.codeOf(outcome) as WaitOutcome },
      sign,
    );
    deltas.arrivals.add('waits', counted, [kind, outcome, channel], sign);
  },
};
