import { Injectable } from '@nestjs/common';

/** What time it is, for steps taken now and for what is overdue; tests set it. */
@Injectable()
export class Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number {
    return Date.now();
  }
}
