import { useI18n } from 'vue-i18n';
import type { ComplaintSummaryDto } from '#contracts/complaints.dto.ts';
import { useSiteDates } from '../../composables/use-site-dates.ts';
import { dueWords, owedOf } from './complaint-due.ts';

export interface DueText {
  /** "1 day over", "today", "Tue 17 Nov" */
  when: string;
  /** "acknowledge", "answer", "tell the patient" */
  owed: string;
  overdue: boolean;
  /** Today or tomorrow: said in bold, not in colour. */
  near: boolean;
}

/** What a complaint is waiting for and by when, in words; null once the patient has been told. */
export function useDueWords() {
  const { t } = useI18n();
  const { today, dayWords } = useSiteDates();

  return (complaint: ComplaintSummaryDto): DueText | null => {
    const due = dueWords(complaint, today.value);
    const owed = owedOf(complaint);
    if (due === null || owed === null) return null;
    const near = due.when === 'today' || due.when === 'tomorrow';
    return { when: whenText(due), owed: t(`complaints.owed.${owed}`), overdue: due.when === 'over', near };
  };

  function whenText(due: NonNullable<ReturnType<typeof dueWords>>): string {
    if (due.when === 'on') return dayWords(due.date);
    if (due.when !== 'over') return t(`complaints.due.${due.when}`);
    return due.workingDays === 0 ? t('complaints.due.overdue') : t('complaints.due.over', due.workingDays);
  }
}
