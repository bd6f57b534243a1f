import type { Where } from '#contracts/dimension.ts';
import type { MetricDescriptionDto } from '#contracts/metric-catalogue.dto.ts';
import type { MetricsCompareDto } from '#contracts/metrics-compare.dto.ts';
import { dayNumberOf } from '#domain/calendar-date.ts';
import { applicable } from '../../api/metric-requests.ts';
import type { Span } from '../../filters/period.ts';
import type { Compared } from './compare-address.ts';

/** Why two sides cannot be compared, as a key of the words for it. */
export type CompareTrouble = 'overlap' | 'sameGroup' | 'noGroups' | 'unequal';

/** What stands at the end of a period: the later one holds the earlier. */
const STANDING: readonly string[] = ['complaints-open'];

/** The metrics that two sides of a kind can be compared by. */
export function comparable(metrics: readonly MetricDescriptionDto[]): MetricDescriptionDto[] {
  return metrics.filter(({ code }) => !STANDING.includes(code));
}

/** What is wrong with two sides, before anybody is asked; null if nothing is. */
export function troubleOf({ span, with: other }: Compared, { unit }: MetricDescriptionDto): CompareTrouble | null {
  if (other.kind === 'groups') {
    if (other.a === '' || other.b === '') return 'noGroups';
    return other.a === other.b ? 'sameGroup' : null;
  }
  if (other.span.from < span.to && span.from < other.span.to) return 'overlap';
  return unit === 'count' && daysOf(span) !== daysOf(other.span) ? 'unequal' : null;
}

/** What is asked; filters that the metric does not know are left out. */
export function compareRequest(
  { metric, span, with: other, where }: Compared,
  of: MetricDescriptionDto,
): MetricsCompareDto {
  const both = applicable(where, of);
  const side = (dates: Span, own: Where): MetricsCompareDto['a'] => {
    const kept = { ...both, ...own };
    return { ...dates, ...(Object.keys(kept).length > 0 ? { where: kept } : {}) };
  };
  if (other.kind === 'periods') return { metrics: [metric], a: side(other.span, {}), b: side(span, {}) };
  const { by, a, b } = other;
  return { metrics: [metric], a: side(span, { [by]: [a] }), b: side(span, { [by]: [b] }) };
}

const daysOf = ({ from, to }: Span): number => dayNumberOf(to) - dayNumberOf(from);
