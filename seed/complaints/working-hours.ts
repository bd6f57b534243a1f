import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import { MONDAY_TO_FRIDAY, addWorkingDays, isWorkingDay } from '#domain/working-calendar.ts';
import type { Random } from '../chance/random.ts';
import type { LocalClock } from '../time/local-clock.ts';

const OPENS = 8 * 60 + 15;
const CLOSES = 17 * 60;

/** A case on somebody's desk: each call moves on by working days and tells when, within office hours, something was done. */
export class CaseClock {
  private day: number;
  private minute: number;
  private readonly site: LocalClock;

  constructor(site: LocalClock, receivedMs: number) {
    this.site = site;
    this.day = site.dayOf(receivedMs);
    this.minute = (receivedMs - site.at(this.day, 0)) / 60_000;
  }

  /** The instant, in milliseconds, of the next thing done, `workingDays` later (0: the same day if it is not over). */
  later(workingDays: number, random: Random): number {
    const from = this.day;
    this.day = dayNumberOf(addWorkingDays(dateOf(from), workingDays, MONDAY_TO_FRIDAY));
    const earliest = this.day === from ? Math.max(OPENS, this.minute + 20) : OPENS;
    if (!isWorkingDay(dateOf(this.day), MONDAY_TO_FRIDAY) || earliest >= CLOSES) {
      this.day = dayNumberOf(addWorkingDays(dateOf(this.day), 1, MONDAY_TO_FRIDAY));
      this.minute = OPENS + random.next() * (CLOSES - OPENS);
    } else {
      this.minute = earliest + random.next() * (CLOSES - earliest);
    }
    return this.site.at(this.day, this.minute);
  }
}
