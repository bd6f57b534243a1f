import type { Channel } from '#domain/channel.ts';
import type { Random } from '../chance/random.ts';
import { DEPARTMENT_PROFILES } from '../network/department-profiles.ts';
import { busynessOf, minuteOfDay, openDayUpTo } from '../network/rhythm.ts';
import type { Place } from '../network/site-profiles.ts';

/** Median hours between a visit and the reply, by how the survey arrived. A kiosk is answered on the way out. */
const MEDIAN_DELAY_HOURS: Partial<Record<Channel, number>> = { sms: 5, app: 9, web: 20, email: 28, paper: 110 };
const MINUTE_MS = 60_000;

export interface ReplyTime {
  respondedMs: number;
  visitedMs: number;
  visitDay: number;
}

/** When a reply of a day was given, and when the visit was that it speaks of. */
export function replyTime(place: Place, channel: Channel, day: number, random: Random): ReplyTime {
  const { rhythm } = DEPARTMENT_PROFILES[place.department];
  const medianHours = MEDIAN_DELAY_HOURS[channel];
  if (medianHours === undefined) {
    const visitMinute = Math.min(minuteOfDay(rhythm, random), 1410);
    const stay = Math.min(random.skewed(75, 0.5), 1439 - visitMinute);
    return {
      respondedMs: place.clock.at(day, visitMinute + stay),
      visitedMs: place.clock.at(day, visitMinute),
      visitDay: day,
    };
  }
  const respondedMs = place.clock.at(day, minuteOfDay('leisure', random));
  const wishedMs = respondedMs - Math.min(random.skewed(medianHours, 0.9), 24 * 40) * 60 * MINUTE_MS;
  const visitDay = openDayUpTo(rhythm, place.site, place.clock.dayOf(wishedMs));
  const visitMinute = minuteOfDay(rhythm, random);
  const atHours = place.clock.at(visitDay, visitMinute);
  // A visit drawn later than its reply is moved to the day before, so that delays stay plausible.
  if (atHours <= respondedMs - 15 * MINUTE_MS) return { respondedMs, visitedMs: atHours, visitDay };
  const earlier = openDayUpTo(rhythm, place.site, visitDay - 1);
  return { respondedMs, visitedMs: place.clock.at(earlier, visitMinute), visitDay: earlier };
}

/** Replies expected on a day relative to an average one: they follow the visits of the last days. */
export function replyVolume(place: Place, channel: 'kiosk' | 'later', day: number): number {
  const { rhythm } = DEPARTMENT_PROFILES[place.department];
  if (channel === 'kiosk') return busynessOf(rhythm, place.site, day);
  let visits = 0;
  for (let back = 0; back < 7; back += 1) visits += busynessOf(rhythm, place.site, day - back);
  return (visits / 7) * weekdayShare(day);
}

/** Replies by weekday, Thursday (day 0 was one) first; sums to 7. */
const REPLY_WEEKDAYS = [1.03, 1.0, 0.92, 0.88, 1.05, 1.06, 1.06];

function weekdayShare(day: number): number {
  return REPLY_WEEKDAYS[((day % 7) + 7) % 7] ?? 1;
}
