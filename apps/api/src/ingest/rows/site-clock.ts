import { dayNumberOf } from '#domain/calendar-date.ts';
import { refuse } from './candidate.ts';
import { usualInstant } from './usual-instant.ts';
import { ZoneOffsets } from './zone-offsets.ts';

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)? ?(Z|z|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/;
const DAY_MS = 86_400_000;
/** The farthest that civil time anywhere has been from UTC is 14 hours. */
const FARTHEST_OFFSET_MS = 14 * 3_600_000;
const EARLIEST = Date.UTC(1990, 0, 1);

/** Reads instants and tells calendar dates in the time zone of one site. */
export class SiteClock {
  private readonly offsets: ZoneOffsets;
  /** The calendar date at the site at the moment of the import, in days since 1970-01-01. */
  readonly today: number;

  constructor(
    timeZone: string,
    /** The moment of the import: nothing may have happened after it (a day of grace for wrong clocks). */
    private readonly now: number,
  ) {
    this.offsets = new ZoneOffsets(timeZone);
    this.today = this.dayOf(now);
  }

  /** Milliseconds since 1970; a text without an offset is local time at the site. */
  instantOf(text: string, field: string): number {
    const usual = usualInstant(text);
    if (usual !== undefined) {
      this.refuseOutside(usual.local, field, 2 * DAY_MS);
      const instant = usual.utc ? usual.local : usual.local - this.offsets.atLocal(usual.local);
      this.refuseOutside(instant, field);
      return instant;
    }
    return this.unusualInstantOf(text, field);
  }

  /** The calendar date at the site, in days since 1970-01-01. */
  dayOf(instant: number): number {
    return Math.floor((instant + this.offsets.at(instant)) / DAY_MS);
  }

  private unusualInstantOf(text: string, field: string): number {
    const parts = INSTANT.exec(text);
    const midnight = dayNumberOf(parts?.[1] ?? '') * DAY_MS;
    if (parts === null || Number.isNaN(midnight)) {
      refuse(
        field,
        'not-an-instant',
        `${field} must be a real date and time like 2026-11-15T08:30:00+07:00 or 2026-11-15 08:30.`,
      );
    }
    const [, , hours = '00', minutes = '00', seconds = '00', fraction = '0', offset] = parts;
    if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
      refuse(field, 'not-an-instant', `${field} has a time that does not exist; hours go from 00 to 23.`);
    }
    // Before anything is remembered of it: a file of impossible years should not fill the memory.
    this.refuseOutside(midnight, field, 2 * DAY_MS);
    const given = offset === undefined ? undefined : offsetMs(offset);
    if (given !== undefined && !(Math.abs(given) <= FARTHEST_OFFSET_MS)) {
      refuse(field, 'not-an-instant', `${field} has an offset that does not exist; offsets go from -12:00 to +14:00.`);
    }
    const sinceMidnight = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
    const local = midnight + sinceMidnight * 1000 + Math.round(Number(`0.${fraction}`) * 1000);
    const instant = local - (given ?? this.offsets.atLocal(local));
    this.refuseOutside(instant, field);
    return instant;
  }

  private refuseOutside(at: number, field: string, slack = 0): void {
    if (at < EARLIEST - slack) refuse(field, 'too-long-ago', `${field} lies before 1990: check the year.`);
    if (at > this.now + DAY_MS + slack)
      refuse(field, 'in-the-future', `${field} lies in the future: check the date and its day/month order.`);
  }
}

/** NaN for minutes that no hour has. */
function offsetMs(offset: string): number {
  if (offset === 'Z' || offset === 'z') return 0;
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  return minutes > 59 ? NaN : (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
