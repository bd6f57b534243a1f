import type { RecordDto } from '#contracts/records.dto.ts';
import { CHANNELS } from '#domain/channel.ts';
import { COMPLAINT_SUBJECTS, SEVERITIES } from '#domain/complaint.ts';
import { STAGES } from '#domain/complaint-stage.ts';
import type { FactRow, Mark } from './fact-list.ts';
import type { Statement } from './statement.ts';
import { dimensionConditions } from './dimension-conditions.ts';

/** A complaint as the lists of complaints and of closings select it. */
export interface ComplaintRow extends FactRow {
  channel: number;
  language: string;
  words: string | null;
  number: number;
  title: string | null;
  stage: number;
  severity: number;
  subjects: number[];
  complaintId: string;
}

export const COMPLAINT_COLUMNS = `f.channel, f.language, f.narrative as words, f.number, f.title, f.stage, f.severity,
    f.subjects, f.id as "complaintId"`;

/** What the mark's filter asks of a complaint, whichever of its dates counts. */
export function complaintConditions(mark: Mark, statement: Statement): string[] {
  const { filter, withWords } = mark;
  return [
    ...dimensionConditions(mark, statement),
    ...(filter.touchpoints === null
      ? []
      : [`f.touchpoint = any (${statement.value([...filter.touchpoints], 'smallint[]')})`]),
    ...(withWords ? ['f.narrative is not null'] : []),
  ];
}

export function describeComplaint(row: ComplaintRow): Partial<RecordDto> {
  const { channel, language, words, number, title, stage, severity, subjects } = row;
  return {
    channel: CHANNELS.codeOf(channel),
    language,
    words,
    complaintNumber: number,
    title,
    stage: STAGES.codeOf(stage),
    severity: SEVERITIES.codeOf(severity),
    subjects: subjects.map((subject) => COMPLAINT_SUBJECTS.codeOf(subject)),
  };
}
