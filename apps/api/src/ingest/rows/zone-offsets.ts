/** Offsets change at whole quarters of an hour, everywhere since 1972. */
const STEP_MS = 900_000;
/** Farther from a change of the clocks than this, local time can be taken for the instant it names. */
const NEAR_MS = 2 * 86_400_000;

/** A stretch of time in which the clocks of a zone were not changed. */
interface Stretch {
  from: number;
  until: number;
  offset: number;
}

/**
 * Milliseconds that local time in a zone is ahead of UTC. Rows come mostly in the order of time, so the stretch between
 * two changes of the clocks is remembered, and near a change every quarter of an hour.
 */
export class ZoneOffsets {
  private stretch: Stretch = { from: 0, until: 0, offset: 0 };
  /** All that were asked for: rows in no order go from one to another. */
  private readonly stretches: Stretch[] = [];
  private readonly atSteps = new Map<number, number>();

  constructor(private readonly timeZone: string) {}

  at(instant: number): number {
    if (!holds(this.stretch, instant)) this.stretch = this.known(instant);
    return this.stretch.offset;
  }

  /** Of a time on the clocks there: one they showed twice is the first, one they skipped the same wait after the gap. */
  atLocal(local: number): number {
    if (!isAmid(this.stretch, local)) this.stretch = this.stretches.find((one) => isAmid(one, local)) ?? this.stretch;
    if (isAmid(this.stretch, local)) return this.stretch.offset;
    const step = Math.floor(local / STEP_MS);
    let known = this.atSteps.get(step);
    if (known === undefined) {
      const plain = Temporal.Instant.fromEpochMilliseconds(step * STEP_MS)
        .toZonedDateTimeISO('UTC')
        .toPlainDateTime();
      known = step * STEP_MS - plain.toZonedDateTime(this.timeZone).epochMilliseconds;
      this.atSteps.set(step, known);
      this.at(local);
    }
    return known;
  }

  private known(instant: number): Stretch {
    const before = this.stretches.find((one) => holds(one, instant));
    if (before !== undefined) return before;
    const found = this.stretchAround(instant);
    this.stretches.push(found);
    return found;
  }

  private stretchAround(instant: number): Stretch {
    const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.timeZone);
    return {
      // The change before is looked for from a moment later, because the one at this very moment counts as before.
      from: zoned.add({ milliseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity,
      until: zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
      offset: zoned.offsetNanoseconds / 1_000_000,
    };
  }
}

const holds = ({ from, until }: Stretch, instant: number): boolean => instant >= from && instant < until;

/** True for a time on the clocks that is far from any change of them. */
const isAmid = ({ from, until }: Stretch, local: number): boolean => local - NEAR_MS >= from && local + NEAR_MS < until;
