import { STAGES } from '#domain/complaint-stage.ts';
import { COMPLAINT_COLUMNS, complaintConditions, type ComplaintRow, describeComplaint } from './complaint-row.ts';
import { dateCondition } from './dimension-conditions.ts';
import type { FactList, Mark } from './fact-list.ts';
import type { Statement } from './statement.ts';

const CLOSED = STAGES.numberOf('closed');
const REOPENED = STAGES.numberOf('reopened');

/** Which date of a complaint makes it count in a metric. */
const COUNTED: Record<string, (mark: Mark, statement: Statement) => string> = {
  'complaints-opened': (mark, statement) => dateCondition('f.received_on', mark, statement),
  'complaints-open': openAtEnd,
  'complaints-acknowledged-in-time': (mark, statement) =>
    dateCondition('f.acknowledge_due_on', settled(mark), statement),
  'complaints-answered-in-time': (mark, statement) => dateCondition('f.answer_due_on', settled(mark), statement),
};

/** What is due is judged once its day is over. */
function settled({ from, to, today }: Mark): Pick<Mark, 'from' | 'to'> {
  return { from, to: to > today ? today : to };
}

/**
 * Received before the end of the span and not closed at it. A complaint closed by then for good needs no look at its
 * history; for the others the last closing or reopening before the end tells. As in the complaint's history, a step is
 * not dated before the one it follows, so nothing that follows a step at or after the end comes before it.
 */
function openAtEnd({ to }: Mark, statement: Statement): string {
  const end = statement.value(to, 'date');
  return `f.received_on < ${end} and (f.closed_on is null or f.closed_on >= ${end})
    and coalesce((
      select e.stage from complaint_event e
      where e.organisation_id = f.organisation_id and e.complaint_id = f.id and e.stage in (${CLOSED}, ${REOPENED})
        and not exists (
          select from complaint_event b
          where b.organisation_id = f.organisation_id and b.complaint_id = f.id and b.stage <> 0
            and b.happened_on >= ${end} and (b.happened_at, b.stage, b.id) <= (e.happened_at, e.stage, e.id))
      order by e.happened_at desc, e.stage desc, e.id desc
      limit 1
    ), ${REOPENED}) <> ${CLOSED}`;
}

/** Complaints that count in the metric: received in the span, due in it, or open at its end. */
export const COMPLAINT_RECORDS: FactList<ComplaintRow> = {
  from: 'complaint f',
  at: 'f.received_at',
  id: 'f.id',
  columns: COMPLAINT_COLUMNS,
  inSpan: ({ metric }) => metric.code === 'complaints-opened',
  conditions(mark, statement) {
    const counted = COUNTED[mark.metric.code]?.(mark, statement);
    if (counted === undefined) throw new Error(`no records are known of ${mark.metric.code}`);
    return [counted, ...complaintConditions(mark, statement)];
  },
  describe: describeComplaint,
};
