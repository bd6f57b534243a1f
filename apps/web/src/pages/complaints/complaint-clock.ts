import type { ComplaintDto } from '#contracts/complaints.dto.ts';
import { dueWords, owedOf } from '../../panels/worklist/complaint-due.ts';

/** How the complaint stands against what was promised, as words to be filled in. */
export interface Clock {
  heading: 'acknowledge' | 'acknowledgeOver' | 'answer' | 'answerOver' | 'tell' | 'tellOver' | 'closed';
  /** The date the heading speaks of. */
  date: string;
  overdue: boolean;
  detail: 'left' | 'lastDay' | 'over' | 'overDaysOff' | 'inTime' | 'late';
  /** Working days left or over. */
  workingDays: number;
}

/**
 * What is due by when; once closed, whether the patient was told in time. The first closing decides that, even when the
 * patient came back afterwards: the promise was about the first answer.
 *
 * @param toldOn the dates of all closings at the site, oldest first
 */
export function clockOf(complaint: ComplaintDto, toldOn: readonly string[], today: string): Clock {
  const words = dueWords(complaint, today);
  const owed = owedOf(complaint);
  const [first] = toldOn;
  if (words === null || owed === null || complaint.dueOn === null) {
    const inTime = first === undefined || first <= complaint.answerDueOn;
    const date = toldOn.at(-1) ?? complaint.answerDueOn;
    return { heading: 'closed', date, overdue: false, detail: inTime ? 'inTime' : 'late', workingDays: 0 };
  }
  const workingDays = Math.abs(complaint.dueInWorkingDays ?? 0);
  if (words.when === 'over') {
    const detail = workingDays === 0 ? 'overDaysOff' : 'over';
    return { heading: `${owed}Over`, date: complaint.dueOn, overdue: true, detail, workingDays };
  }
  const detail = words.when === 'today' ? 'lastDay' : 'left';
  return { heading: owed, date: complaint.dueOn, overdue: false, detail, workingDays };
}
