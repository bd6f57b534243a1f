import { describe, expect, it } from '@jest/globals';
import { type Arrivals, type ReportingDelay, expectedShare, learnDelay, regularOf } from './reporting-delay.ts';

const TODAY = 20_778;

/** A source that sends `perDay` rows of each day: half on the day after, three tenths two days after, the rest ten days after. */
function steady(days: number, today: number, perDay = 10): Arrivals[] {
  const rows: Arrivals[] = [];
  for (let day = today - days; day < today; day += 1) {
    for (const [delay, share] of [
      [1, 0.5],
      [2, 0.3],
      [10, 0.2],
    ] as const) {
      if (day + delay <= today) rows.push({ happenedOn: day, arrivedOn: day + delay, rows: perDay * share });
    }
  }
  return rows;
}

const learned = (arrivals: readonly Arrivals[], today = TODAY): ReportingDelay => {
  const delay = learnDelay(arrivals, today);
  if (delay === null) throw new Error('nothing was learned');
  return delay;
};

describe('the reporting delay', () => {
  it('is learned as the share that has come after so many days', () => {
    const { share } = learned(steady(90, TODAY));
    expect([0, 1, 2, 9, 10, 42].map((days) => Math.round(1000 * (share[days] ?? 0)) / 1000)).toEqual([
      0, 0.5, 0.8, 0.8, 1, 1,
    ]);
  });

  it('uses recent days as far as they go, without taking what has not come yet for nothing', () => {
    const { share } = learned(steady(20, TODAY));
    expect(share[2]).toBeCloseTo(0.8, 1);
    expect(share[1]).toBeCloseTo(0.5, 1);
  });

  it('says nothing on fewer than thirty rows', () => {
    expect(learnDelay(steady(2, TODAY), TODAY)).toBeNull();
    expect(learnDelay([], TODAY)).toBeNull();
  });

  it('is not taught by two years that are sent at once, first or later', () => {
    const regular = steady(60, TODAY);
    const first = TODAY - 61;
    const loadAt = (arrivedOn: number): Arrivals[] =>
      Array.from({ length: 730 }, (_, back) => ({ happenedOn: arrivedOn - back, arrivedOn, rows: 50 }));
    const { share } = learned(regular);
    for (const at of [first, TODAY - 20]) {
      // What came on the same day as the load goes with it.
      const taught = learned([...loadAt(at), ...regular.filter(({ arrivedOn }) => arrivedOn !== at)]);
      expect(Math.abs((taught.share[2] ?? 0) - (share[2] ?? 0))).toBeLessThan(0.02);
    }
    expect(regularOf(loadAt(first))).toEqual([]);
  });

  it('rises with the days, between 0 and 1', () => {
    let seed = 11;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 50; round += 1) {
      const arrivals = Array.from({ length: 400 }, () => {
        const happenedOn = TODAY - Math.floor(random() * 90);
        return { happenedOn, arrivedOn: Math.min(TODAY, happenedOn + Math.floor(60 * random() ** 3)), rows: 1 };
      });
      const { share } = learned([{ happenedOn: TODAY - 99, arrivedOn: TODAY - 99, rows: 1 }, ...arrivals]);
      share.forEach((value, days) => {
        expect(value).toBeGreaterThanOrEqual(share[days - 1] ?? 0);
        expect(value).toBeLessThanOrEqual(1);
      });
    }
  });
});

describe('the share of a week that is expected to have come', () => {
  const delay = learned(steady(90, TODAY));

  it('is the mean of its days, each as long ago as it is', () => {
    // Days 1 … 7 ago: 0.5, 0.8 × 6.
    expect(expectedShare([{ delay, upTo: TODAY }], TODAY - 7, TODAY, 1)).toBeCloseTo((0.5 + 6 * 0.8) / 7, 2);
    expect(expectedShare([{ delay, upTo: TODAY }], TODAY - 70, TODAY - 63, 1)).toBe(1);
  });

  it('expects nothing of days to come', () => {
    expect(expectedShare([{ delay, upTo: TODAY }], TODAY, TODAY + 7, 0.5)).toBe(0);
  });

  it('expects of a source that is late only what it had sent', () => {
    const share = expectedShare([{ delay, upTo: TODAY - 14 }], TODAY - 7, TODAY, 1);
    expect(share).toBe(0);
  });

  it('weighs sources by what they usually send', () => {
    const prompt = learned(
      Array.from({ length: 90 }, (_, back) => ({
        happenedOn: TODAY - 1 - back,
        arrivedOn: TODAY - 1 - back,
        rows: 90,
      })),
    );
    const both = [
      { delay, upTo: TODAY - 60 },
      { delay: prompt, upTo: TODAY },
    ];
    expect(expectedShare(both, TODAY - 7, TODAY, 1)).toBeCloseTo(0.9, 1);
  });

  it('is not known where nothing usually comes', () => {
    expect(expectedShare([], TODAY - 7, TODAY, 1)).toBeNull();
  });
});
