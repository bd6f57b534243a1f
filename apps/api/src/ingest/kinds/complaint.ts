import { dateOf } from '#domain/calendar-date.ts';
import { CHANNELS } from '#domain/channel.ts';
import { COMPLAINT_SUBJECTS, SEVERITIES } from '#domain/complaint.ts';
import { STAGES } from '#domain/complaint-stage.ts';
import type { ComplaintEventFact, ComplaintFact } from '../../facts/complaint-row.ts';
import { naturalId } from '../../facts/natural-key.ts';
import { refuse } from '../rows/candidate.ts';
import { plainWords } from '../masking/row-masking.ts';
import { type ImportContext, languageOf } from '../rows/normaliser.ts';
import type { CheckedRow } from '../rows/row-validator.ts';

export function complaintOf(row: CheckedRow, context: ImportContext): ComplaintFact {
  const place = context.places.of(row);
  const clock = context.clockOf(place);
  const receivedAt = clock.instantOf(row.receivedAt as string, 'receivedAt');
  const subjects = (row.subjects as string[] | undefined) ?? [];
  const complaint = {
    departmentId: place.departmentId,
    receivedAt,
    channel: CHANNELS.numberOf((row.channel as string | undefined) ?? 'unknown') ?? 0,
    language: languageOf(row.language),
    title: context.masking.complaint(row.title),
    narrative: context.masking.complaint(row.narrative),
    subjects: (subjects.length === 0 ? ['other'] : subjects).map(
      (subject) => COMPLAINT_SUBJECTS.numberOf(subject) ?? 0,
    ),
    severity: SEVERITIES.numberOf((row.severity as string | undefined) ?? 'medium') ?? 0,
    touchpoint: row.touchpoint === undefined ? 0 : context.slotOf(row.touchpoint as string, 'touchpoint'),
    visitPseudonym: context.pseudonym(row),
  };
  const unmasked = () =>
    Object.values({ ...complaint, title: plainWords(row.title), narrative: plainWords(row.narrative) });
  return {
    ...context.identify(row, Object.values(complaint), unmasked),
    receivedOn: dateOf(clock.dayOf(receivedAt)),
    ...complaint,
  };
}

export function complaintEventOf(row: CheckedRow, context: ImportContext): ComplaintEventFact {
  const clock = context.clockIn(context.directory.organisation.timeZone);
  const event = {
    complaintId: naturalId(context.sourceId, (row.complaint as string).trim()),
    happenedAt: clock.instantOf(row.happenedAt as string, 'happenedAt'),
    stage: row.stage === undefined ? 0 : (STAGES.numberOf(row.stage as string) ?? 0),
    note: context.masking.complaint(row.note),
    actor: (row.actor as string | undefined) ?? null,
  };
  if (event.stage === 0 && event.note === null) {
    refuse(null, 'nothing-said', 'The event says nothing: give the stage moved to, or a note.');
  }
  const unmasked = () => Object.values({ ...event, note: plainWords(row.note) });
  return { ...context.identify(row, Object.values(event), unmasked), ...event };
}
