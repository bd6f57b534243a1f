import type { WithheldReason } from '#metrics/vocabulary.ts';
import type { Speech } from './speech.ts';

/** Why there is no number, in words. */
export function withheldWords(reason: WithheldReason, minimumResponses: number, { say }: Pick<Speech, 'say'>): string {
  return say(reason === 'would-reveal-few' ? 'panels.wouldReveal' : 'panels.withheld', { n: minimumResponses });
}
