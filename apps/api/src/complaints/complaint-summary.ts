import type { ComplaintSummaryDto } from '#contracts/complaints.dto.ts';
import { CHANNELS } from '#domain/channel.ts';
import { COMPLAINT_SUBJECTS, SEVERITIES } from '#domain/complaint.ts';
import { complaintDue } from '#domain/complaint-due.ts';
import { MOVES, type Stage, STAGES } from '#domain/complaint-stage.ts';
import { complaintTitle } from '#domain/complaint-title.ts';
import type { WorkingCalendar } from '#domain/working-calendar.ts';

/** What a summary is made of, over alias c. Of the narrative only as much as a title may need. */
export const SUMMARY_SQL = `c.number, c.title, left(c.narrative, 600) as beginning, d.code as department,
  t.code as touchpoint, c.channel, c.severity, c.subjects, c.stage, c.received_at as "receivedAt",
  c.received_on::text as "receivedOn", c.stage_since as "stageSince", c.acknowledged_on::text as "acknowledgedOn",
  c.closed_on::text as "closedOn", c.acknowledge_due_on::text as "acknowledgeDueOn", c.answer_due_on::text as "answerDueOn"`;

export const SUMMARY_JOINS_SQL = `join department d on d.organisation_id = c.organisation_id and d.id = c.department_id
  left join touchpoint t on t.organisation_id = c.organisation_id and t.slot = c.touchpoint`;

export interface SummaryRow {
  number: number;
  title: string | null;
  beginning: string | null;
  department: string;
  touchpoint: string | null;
  channel: number;
  severity: number;
  subjects: number[];
  stage: number;
  receivedAt: Date;
  receivedOn: string;
  stageSince: Date;
  acknowledgedOn: string | null;
  closedOn: string | null;
  acknowledgeDueOn: string;
  answerDueOn: string;
}

/** A complaint as the queue shows it on a given day. */
export function complaintSummary(row: SummaryRow, today: string, calendar: WorkingCalendar): ComplaintSummaryDto {
  const { number, title, beginning, department, touchpoint, subjects } = row;
  const stage = STAGES.codeOf(row.stage) as Stage;
  return {
    number,
    title: complaintTitle({ title, narrative: beginning, subjects }),
    department,
    touchpoint,
    channel: CHANNELS.codeOf(row.channel),
    severity: SEVERITIES.codeOf(row.severity),
    subjects: subjects.map((subject) => COMPLAINT_SUBJECTS.codeOf(subject)),
    stage,
    receivedAt: row.receivedAt.toISOString(),
    stageSince: row.stageSince.toISOString(),
    ...complaintDue(row, today, calendar),
    moves: [...MOVES[stage]],
  };
}
