import { useI18n } from 'vue-i18n';
import type { MonthlyCountsDto } from '#contracts/metric-answer.dto.ts';
import { useFormat } from './use-format.ts';

/** Says that answers were counted by the month which a panel cannot show; nothing where there are none. */
export function useMonthlyCounts() {
  const { t } = useI18n();
  const { count } = useFormat();

  return (counts: MonthlyCountsDto | null | undefined): string[] => {
    if (counts == null) return [];
    const panel = t('dashboards.weekly-cx.monthly-counts');
    return counts.answers === null
      ? [t('panels.monthlyCountsHidden', { panel })]
      : [t('panels.monthlyCounts', { n: count(counts.answers), panel })];
  };
}
