import { Injectable } from '@nestjs/common';
import { dateInZone } from '#domain/date-in-zone.ts';

/** The one clock everything asks, so that a test can stop it. */
@Injectable()
export class Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number {
    return Date.now();
  }

  /** Today's date, `YYYY-MM-DD`, as people in a time zone write it. */
  today(timeZone: string): string {
    return dateInZone(this.now(), timeZone);
  }
}
