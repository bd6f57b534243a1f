import type { LeftOut, LeftOutDto } from '#contracts/explanation.dto.ts';
import type { MetricAnswerDto, MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { Metric } from '#metrics/metric.ts';
import { isFew } from './few.ts';

type Point = Pick<MetricPointDto, 'value' | 'n' | 'withheld'>;

/** What is known of the records beside those that a number rests on. */
export interface Beside {
  /** The points of the companion metrics in the same place and period; undefined where they cannot be asked for. */
  of(code: string): Point | undefined;
  monthlyCounts: MetricAnswerDto['monthlyCounts'];
  /** Rows that wait to be mended, of the kinds that feed the number; null for whoever does not see all departments. */
  setAside: number | null;
  today: string;
}

/** What is not in a number, and why. Reckoned from nothing but what may be told; one to four people are not. */
export function leftOutOf(metric: Metric, point: MetricPointDto, beside: Beside): LeftOutDto[] {
  const all: (LeftOutDto | null)[] = [
    ...byKind(metric, point, beside),
    monthly(beside.monthlyCounts),
    metric.settledDaysOnly === true && point.to > beside.today ? line('due-today') : null,
    beside.setAside === null ? line('set-aside', null, 'not-yours') : counted('set-aside', beside.setAside),
    point.provisional
      ? { ...line('not-yet-come'), share: point.expectedShare === null ? null : 100 - point.expectedShare }
      : null,
  ];
  return all.filter((one) => one !== null);
}

function byKind({ code, facts, family }: Metric, point: MetricPointDto, { of }: Beside): (LeftOutDto | null)[] {
  if (facts === 'survey-responses') {
    const responses = of('responses');
    return [responses === undefined ? null : rest('no-answer', responses, [point])];
  }
  if (facts === 'reviews') {
    const reviews = of('reviews');
    return [reviews === undefined || code === 'review-replied' ? null : rest('no-stars', reviews, [point])];
  }
  const begun = of('waits');
  if (begun === undefined || code === 'left-without-being-seen') return [];
  if (code === 'wait-within-promise') return [rest('no-promise', begun, [point])];
  if (family !== 'waits') return [];
  const share = of('left-without-being-seen');
  const left = share && { value: leftOf(share), n: leftOf(share), withheld: share.withheld };
  if (left === undefined) return [];
  const unseen = left.withheld === null ? counted('left-unseen', left.n ?? 0) : line('left-unseen', null, 'withheld');
  return [unseen, rest('not-over', begun, [point, left])];
}

const leftOf = ({ value, n }: Point): number | null =>
  value === null || n === null ? n : Math.round((value * n) / 100);

/** What is left of a whole, if the whole and what is taken from it are told. */
function rest(what: LeftOut, whole: Point, taken: readonly Point[]): LeftOutDto {
  if ([whole, ...taken].some(({ n, withheld }) => withheld !== null || n === null)) return line(what, null, 'withheld');
  return counted(what, Math.max(0, (whole.n ?? 0) - taken.reduce((sum, { n }) => sum + (n ?? 0), 0)));
}

function monthly(counts: MetricAnswerDto['monthlyCounts']): LeftOutDto | null {
  if (counts === null) return null;
  return counts.answers === null
    ? line('counted-by-month', null, 'withheld')
    : counted('counted-by-month', counts.answers);
}

function counted(what: LeftOut, count: number): LeftOutDto {
  return isFew(count) ? line(what, null, 'few') : line(what, count);
}

function line(what: LeftOut, count: number | null = null, untold: LeftOutDto['untold'] = null): LeftOutDto {
  return { what, count, share: null, untold };
}
