import { useI18n } from 'vue-i18n';
import type { MonthlyCountsDto } from '#contracts/metric-answer.dto.ts';
import { useFormat } from './use-format.ts';
import { useNames } from './use-names.ts';

/** Says that answers were counted by the month which a panel cannot show; nothing where there are none. */
export function useMonthlyCounts() {
  const { t } = useI18n();
  const { count } = useFormat();
  const { metricName } = useNames();

  return (counts: MonthlyCountsDto | null | undefined): string[] => {
    if (counts == null) return [];
    const metric = metricName('fft-counted-positive');
    return counts.answers === null
      ? [t('panels.monthlyCountsHidden', { metric })]
      : [t('panels.monthlyCounts', { n: count(counts.answers), metric })];
  };
}
