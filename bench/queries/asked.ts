import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { JOURNEY_CODES } from '#domain/touchpoint.ts';
import { DEPARTMENTS } from '../ingest/hospital.ts';
import { TODAY, weeksBack } from './loaded-dates.ts';
import { WEEKLY_CX } from './weekly-cx-questions.ts';

/** What is asked together: one question, or all those of a page at once. */
export interface Asked {
  name: string;
  questions: readonly MetricsQueryDto[];
}

const ARRIVALS = { 'wait-kind': ['arrival-to-seen'] };

export const ASKED: readonly Asked[] = [
  {
    name: 'weekly-by-department',
    questions: [{ metrics: ['csat', 'nps'], from: weeksBack(52), to: TODAY, grain: 'week', by: ['department'] }],
  },
  {
    name: 'touchpoint-by-week',
    questions: [
      {
        metrics: ['csat'],
        from: weeksBack(52),
        to: TODAY,
        grain: 'week',
        by: ['touchpoint'],
        where: { touchpoint: [...JOURNEY_CODES] },
      },
    ],
  },
  {
    name: 'wait-percentiles',
    questions: [
      {
        metrics: ['wait-median', 'wait-p90', 'wait-p95'],
        from: weeksBack(52),
        to: TODAY,
        grain: 'total',
        by: ['department'],
        where: ARRIVALS,
      },
    ],
  },
  {
    name: 'department-by-day',
    questions: [
      {
        metrics: ['csat', 'nps'],
        from: weeksBack(4),
        to: TODAY,
        grain: 'day',
        where: { department: [DEPARTMENTS[2]?.code ?? ''] },
      },
    ],
  },
  { name: 'weekly-cx', questions: WEEKLY_CX },
];
