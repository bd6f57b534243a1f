import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { FreshnessState } from '#contracts/freshness.dto.ts';
import { deliveryDue, type Due, SILENT_AFTER } from '#metrics/freshness/delivery-due.ts';
import { type Expectation, expectationOf, learnRhythm } from '#metrics/freshness/delivery-rhythm.ts';
import { OWN_SOURCE } from '../facts/source.ts';
import { type FoundShift, mixShifts } from './mix-shifts.ts';
import type { Calendar, Delivered, Gathered, KnownSource } from './gather.ts';
import { type JudgedDay, judgedDay } from './judged-day.ts';
import { localMinuteOf } from './local-time.ts';

/** How a source stands at a moment, and why. */
export interface Standing {
  source: KnownSource;
  state: FreshnessState;
  /** What its past deliveries look like. */
  proposal: Expectation;
  expected: Expectation;
  due: Due;
  deliveries: readonly Delivered[];
  kinds: ReadonlySet<FactKind>;
  /** The last delivery that is over, where it is smaller than usual. */
  smaller: JudgedDay | null;
  shifts: readonly FoundShift[];
}

/** All sources of an organisation as they stand; shifts in the mix of answers are judged together. */
export function standingsOf(gathered: Gathered): Standing[] {
  const shifts = Map.groupBy(mixShifts(gathered), ({ sourceId }) => sourceId);
  return gathered.sources.map((source) => {
    const deliveries = gathered.deliveries.get(source.id) ?? [];
    const proposal =
      source.code === OWN_SOURCE
        ? expectationOf('none')
        : learnRhythm(deliveries, gathered.now.day, gathered.calendar.holidays);
    const expected = source.set ?? proposal;
    const due = dueOf(expected, deliveries, gathered);
    const judged = judgedDay(deliveries, expected, gathered.now.day, gathered.calendar.holidays);
    const standing = {
      ...{ source, proposal, expected, due, deliveries },
      kinds: new Set(deliveries.flatMap(({ kinds }) => kinds)),
      smaller: judged?.smaller === true ? judged : null,
      shifts: shifts.get(source.id) ?? [],
    };
    return { ...standing, state: stateOf(standing) };
  });
}

function dueOf(expected: Expectation, deliveries: readonly Delivered[], { calendar, now }: Gathered): Due {
  const last = deliveries.at(-1)?.lastAt;
  return deliveryDue(
    expected,
    last === undefined ? null : localMinuteOf(last, calendar.timeZone),
    now.minute,
    daysOff(calendar),
  );
}

const daysOff = ({ holidays, workingDays }: Calendar) => ({ holidays, workingDays });

function stateOf({ due, smaller, shifts, expected }: Omit<Standing, 'state'>): FreshnessState {
  if (due.missed >= SILENT_AFTER) return 'silent';
  if (due.missed > 0) return 'late';
  if (smaller !== null) return 'smaller';
  if (shifts.length > 0) return 'mixed';
  return expected.rhythm === 'none' ? 'unjudged' : 'fresh';
}
