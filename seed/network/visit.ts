import type { Random } from '../chance/random.ts';
import { writtenDate } from '../time/local-clock.ts';
import type { Place } from './site-profiles.ts';

/**
 * The number of a visit as the hospital's systems write it. Replies, waits and complaints of one department and day
 * share a few dozen of them, so that some patients are met more than once.
 */
export function visitId(place: Place, day: number, random: Random): string {
  return `${place.department}-${writtenDate(day)}-${random.between(1, 60)}`;
}
