import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import type { QueryWorld } from './query-world.ts';

const SHARES: Readonly<Record<string, number>> = { 'wait-median': 0.5, 'wait-p90': 0.9, 'wait-p95': 0.95 };

/** By how many percent each percentile told is off what the waits themselves give; one figure a percentile and department. */
export async function percentileErrors(world: QueryWorld, question: MetricsQueryDto): Promise<number[]> {
  const { answers } = await world.metrics.answer(HOME_SCOPE, question);
  const { rows } = await world.owner.query(
    `select d.code, percentile_cont(array[${Object.values(SHARES).join(', ')}]) within group (order by wait_minutes) as exact
     from wait f join department d on d.id = f.department_id
     where outcome = 1 and kind = 1 and started_on >= $1::date and started_on < $2::date group by 1`,
    [question.from, question.to],
  );
  const exact = new Map((rows as { code: string; exact: number[] }[]).map((row) => [row.code, row.exact]));
  const places = Object.keys(SHARES);
  return answers.flatMap(({ metric, points }) =>
    points.flatMap(({ value, by }) => {
      const truth = exact.get(by.department ?? '')?.[places.indexOf(metric)];
      return value === null || truth === undefined ? [] : [100 * Math.abs(value / truth - 1)];
    }),
  );
}
