import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { timed } from '../timed.ts';
import type { QueryWorld } from './query-world.ts';

/** Seconds that the application takes for what is asked at once, in the role and the scope of a request; the mean of several times. */
export async function appSeconds(
  { metrics }: QueryWorld,
  questions: readonly MetricsQueryDto[],
  times: number,
): Promise<number> {
  const seconds = await timed(async () => {
    for (let time = 0; time < times; time += 1) {
      await Promise.all(questions.map((question) => metrics.answer(HOME_SCOPE, question)));
    }
  });
  return seconds / times;
}

/** Seconds of something else, measured as often. */
export async function meanSeconds(work: () => Promise<unknown>, times: number): Promise<number> {
  const seconds = await timed(async () => {
    for (let time = 0; time < times; time += 1) await work();
  });
  return seconds / times;
}
