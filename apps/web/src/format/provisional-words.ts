import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { Speech } from './speech.ts';

/** That a number is provisional, with how much of what is expected has come where that is known. */
export function provisionalWords(
  { expectedShare }: Pick<MetricPointDto, 'expectedShare'>,
  { say, figures }: Pick<Speech, 'say' | 'figures'>,
): string {
  return expectedShare === null
    ? say('freshness.short')
    : say('freshness.shortShare', { share: figures.count(expectedShare) });
}
