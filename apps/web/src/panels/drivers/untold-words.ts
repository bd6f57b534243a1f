import type { RelationDto } from '#contracts/metrics-drivers.dto.ts';
import type { Speech } from '../../format/speech.ts';

/** Why the importance of a touchpoint is not told. */
export function untoldWords(
  { withheld, untold, needed }: RelationDto,
  minimumResponses: number,
  speech: Speech,
): string {
  if (withheld === 'fewer-than-minimum') return speech.say('panels.fewer', { n: minimumResponses });
  if (withheld !== null || untold === null) return speech.say('panels.hidden');
  return speech.say(`drivers.reasons.${untold}`, { n: speech.figures.count(needed) });
}
