import type { ComplaintSummaryDto } from '#contracts/complaints.dto.ts';
import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';

/**
 * When the next promise to the patient falls, as a person would say it. `over` counts working days; it is 0 when the
 * promise fell due and only days off have passed since.
 */
export type DueWords =
  { when: 'over'; workingDays: number } | { when: 'today' } | { when: 'tomorrow' } | { when: 'on'; date: string };

type Promised = Pick<ComplaintSummaryDto, 'dueOn' | 'dueInWorkingDays'>;

/** `today` is the organisation's date; null when nothing is due any more. */
export function dueWords({ dueOn, dueInWorkingDays }: Promised, today: string): DueWords | null {
  if (dueOn === null) return null;
  if (dueOn < today) return { when: 'over', workingDays: Math.abs(dueInWorkingDays ?? 0) };
  if (dueOn === today) return { when: 'today' };
  if (dueOn === dateOf(dayNumberOf(today) + 1)) return { when: 'tomorrow' };
  return { when: 'on', date: dueOn };
}

/** What is owed: a first word to the patient, the answer itself, or only the telling of what was already done. */
export type Owed = 'acknowledge' | 'answer' | 'tell';

export function owedOf({ due, stage }: Pick<ComplaintSummaryDto, 'due' | 'stage'>): Owed | null {
  return due === 'answer' && stage === 'resolved' ? 'tell' : due;
}
