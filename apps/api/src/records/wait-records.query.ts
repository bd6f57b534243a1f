import { CHANNELS } from '#domain/channel.ts';
import { WAIT_KINDS, WAIT_OUTCOMES } from '#domain/wait.ts';
import { targetInForce } from '../metrics/answer/wait-target.ts';
import { dateCondition, dimensionConditions } from './dimension-conditions.ts';
import type { FactList, FactRow, Mark } from './fact-list.ts';
import type { Statement } from './statement.ts';

interface Row extends FactRow {
  channel: number;
  kind: number;
  outcome: number;
  waitMinutes: number | null;
  promisedMinutes: number | null;
}

const SEEN = `f.outcome = ${WAIT_OUTCOMES.numberOf('seen')}`;
const LEFT = `f.outcome = ${WAIT_OUTCOMES.numberOf('left')}`;
/** Seen after a known time. */
const MEASURED = `${SEEN} and f.wait_minutes is not null`;

/** Which waits count in a metric, where not all do. */
const COUNTED: Record<string, (mark: Mark, statement: Statement) => string> = {
  'wait-median': () => MEASURED,
  'wait-p90': () => MEASURED,
  'wait-p95': () => MEASURED,
  // Kinds that had no target when the span began are not judged.
  'wait-within-target': (mark, statement) =>
    `${MEASURED} and f.kind = any (${statement.value(kindsWithTarget(mark), 'smallint[]')})`,
  // Whoever left before the promised time cannot be told.
  'wait-within-promise': () =>
    `f.promised_minutes is not null and (${MEASURED} or ${LEFT} and f.wait_minutes > f.promised_minutes)`,
};

function kindsWithTarget({ organisation, from }: Mark): number[] {
  const kinds = [...new Set(organisation.targets.map(({ kind }) => kind))];
  return kinds.filter((kind) => targetInForce(organisation.targets, kind, from) !== undefined);
}

/** Waits that count in the metric. They hold no words. */
export const WAIT_RECORDS: FactList<Row> = {
  from: 'wait f',
  at: 'f.started_at',
  id: 'f.id',
  columns: 'f.channel, f.kind, f.outcome, f.wait_minutes as "waitMinutes", f.promised_minutes as "promisedMinutes"',
  inSpan: () => true,
  conditions(mark, statement) {
    const counted = COUNTED[mark.metric.code]?.(mark, statement);
    return [
      dateCondition('f.started_on', mark, statement),
      ...dimensionConditions(mark, statement),
      ...(counted === undefined ? [] : [counted]),
      ...(mark.withWords ? ['false'] : []),
    ];
  },
  describe: ({ channel, kind, outcome, waitMinutes, promisedMinutes }) => ({
    channel: CHANNELS.codeOf(channel),
    waitKind: WAIT_KINDS.codeOf(kind),
    outcome: WAIT_OUTCOMES.codeOf(outcome),
    waitMinutes,
    promisedMinutes,
  }),
};
