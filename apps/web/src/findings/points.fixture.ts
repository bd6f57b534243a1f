import type { MetricAnswerDto, MetricPointDto } from '#contracts/metric-answer.dto.ts';
import { dateOf, dayNumberOf, isoWeekOf } from '#domain/calendar-date.ts';
import type { Unit } from '#metrics/vocabulary.ts';

/** A week of an answer for tests: the first is the week of 5 October 2026, week 41. */
export function weekPoint(week: number, part: Partial<MetricPointDto> = {}): MetricPointDto {
  const monday = dayNumberOf('2026-10-05') + 7 * week;
  const value = part.value === undefined ? 80 : part.value;
  return {
    at: isoWeekOf(monday),
    from: dateOf(monday),
    to: dateOf(monday + 7),
    by: {},
    n: 100,
    low: value === null ? null : value - 5,
    high: value === null ? null : value + 5,
    method: 'wilson95',
    signal: 'common-cause',
    limits: { lower: 70, centre: 80, upper: 90 },
    withheld: null,
    change: null,
    provisional: false,
    expectedShare: null,
    ...part,
    value,
  };
}

export function answerOf(points: MetricPointDto[], metric = 'csat', unit: Unit = 'percent'): MetricAnswerDto {
  return {
    metric,
    unit,
    points,
    freshness: { lastFactAt: null, provisional: false, sources: [], visits: null },
    monthlyCounts: null,
    baselines: [],
  };
}
