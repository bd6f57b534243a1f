import { describe, expect, it } from '@jest/globals';
import { CSAT } from './csat.metric.ts';
import type { Metric } from './metric.ts';
import { NPS } from './nps.metric.ts';
import { RESPONSES } from './responses.metric.ts';
import { type SeriesWeek, signalSeries } from './signal-series.ts';
import { LEFT_WITHOUT_BEING_SEEN } from './wait.metric.ts';
import { addWait } from './wait-counts.ts';
import { WAIT_MEDIAN, WAIT_P90 } from './wait-percentile.metric.ts';

/** A week of CSAT answers, so many of them satisfied. */
const answers = (satisfied: number, n: number): SeriesWeek => ({ counts: [n - satisfied, 0, 0, satisfied, 0] });
const repeat = (length: number, week: (index: number) => SeriesWeek): SeriesWeek[] =>
  Array.from({ length }, (_, index) => week(index));
/** Twelve weeks of 90 of 100, give or take two. */
const STABLE = repeat(12, (i) => answers(88 + (i % 5), 100));

const signals = (metric: Metric, weeks: readonly SeriesWeek[]) =>
  signalSeries(metric, weeks).map(({ signal }) => signal);

describe('the signals of a series', () => {
  it.each<[string, SeriesWeek, string | null]>([
    ['a week like any other', answers(89, 100), 'common-cause'],
    ['a week far below', answers(70, 100), 'concern'],
    ['a week far above', answers(100, 100), 'improvement'],
    ['a week without replies', answers(0, 0), null],
    ['a week that is not over', { ...answers(20, 100), running: true }, null],
  ])('after the baseline: %s', (_, week, expected) => {
    const found = signalSeries(CSAT, [...STABLE, week]);
    expect(found.slice(0, 12).every(({ signal }) => signal === null)).toBe(true);
    expect(found[12]?.signal).toBe(expected);
  });

  it('turn round where lower is better', () => {
    const week = (left: number): SeriesWeek => ({ counts: [200, 200 - left, left] });
    const usual = repeat(12, (i) => week(9 + (i % 3)));
    expect(signals(LEFT_WITHOUT_BEING_SEEN, [...usual, week(40), week(0)]).slice(-2)).toEqual([
      'concern',
      'improvement',
    ]);
  });

  it('see a small lasting drop in four weeks, then in thirteen, that no single week shows', () => {
    const fourWeeks = signalSeries(CSAT, [
      ...repeat(52, (i) => answers(88 + (i % 5), 100)),
      ...repeat(13, () => answers(82, 100)),
    ]);
    expect(fourWeeks[54]).toMatchObject({ signal: 'common-cause', period: null });
    expect(fourWeeks[55]).toMatchObject({ signal: 'concern', period: 4 });
    const thirteen = signalSeries(CSAT, [
      ...repeat(52, (i) => answers(88 + (i % 5), 100)),
      ...repeat(13, () => answers(85, 100)),
    ]);
    expect(thirteen[58]).toMatchObject({ signal: 'common-cause', period: null });
    expect(thirteen[59]).toMatchObject({ signal: 'concern', period: 13 });
    expect(thirteen[64]).toMatchObject({ signal: 'concern', period: 13 });
    expect(thirteen.filter(({ period }) => period === 4)).toEqual([]);
  });

  it('are not given on fewer than twelve weeks with replies before', () => {
    const gaps = repeat(20, () => answers(0, 0));
    expect(signals(CSAT, [...STABLE.slice(1), ...gaps, answers(20, 100)]).every((signal) => signal === null)).toBe(
      true,
    );
    expect(signals(CSAT, [...STABLE, ...gaps, answers(20, 100)]).at(-1)).toBe('concern');
    const running = { ...answers(90, 100), running: true };
    expect(signalSeries(CSAT, [...STABLE.slice(1), running]).every(({ limits }) => limits === null)).toBe(true);
  });

  it('stand on the first 52 weeks once there are 13 more, and on all but the last 13 before', () => {
    const good = repeat(52, () => answers(90, 100));
    const judged = (length: number): number =>
      signals(CSAT, [...good, ...repeat(100, () => answers(90, 100))].slice(0, length)).filter(
        (signal) => signal !== null,
      ).length;
    expect([12, 13, 20, 25, 40, 65, 66, 104].map(judged)).toEqual([0, 1, 8, 13, 13, 13, 14, 52]);
    // A fall after the baseline stays a concern for good, it does not become the new normal by itself.
    expect(signals(CSAT, [...good, ...repeat(60, () => answers(70, 100))]).slice(52)).toEqual(
      Array<string>(60).fill('concern'),
    );
  });

  it('are not given for plain counts', () => {
    expect(
      signalSeries(RESPONSES, [...STABLE, ...STABLE]).every(({ signal, limits }) => signal === null && limits === null),
    ).toBe(true);
  });

  it('are the same for the last weeks alone, with the history behind them', () => {
    const weeks = [...STABLE, ...repeat(20, (i) => answers(i < 10 ? 89 : 80, 100))];
    expect(signalSeries(CSAT, weeks, { from: 28 })).toEqual(signalSeries(CSAT, weeks).slice(28));
  });
});

describe('baselines that people set', () => {
  const good = (length: number): SeriesWeek[] => repeat(length, (i) => answers(88 + (i % 5), 100));
  const poor = (length: number): SeriesWeek[] => repeat(length, (i) => answers(68 + (i % 5), 100));
  const fell = [...good(60), ...poor(40)];

  it('that say the same as the proposed one change nothing', () => {
    expect(signalSeries(CSAT, fell, { stretches: [{ begins: 0, baseline: { first: 0, last: 51 } }] })).toEqual(
      signalSeries(CSAT, fell),
    );
  });

  it('judge what comes after them, and nothing before', () => {
    const found = signalSeries(CSAT, fell, { stretches: [{ begins: 0, baseline: { first: 60, last: 84 } }] });
    expect(found.slice(0, 85).every(({ signal }) => signal === null)).toBe(true);
    expect(found.slice(85).map(({ signal }) => signal)).toEqual(Array<string>(15).fill('common-cause'));
    expect(found[90]?.baseline).toMatchObject({ first: 60, last: 84, reading: { weeks: 25, trial: true } });
  });

  it('begin anew at a change, before which weeks keep theirs', () => {
    const rebased = signalSeries(CSAT, fell, {
      stretches: [
        { begins: 0, baseline: null },
        { begins: 60, baseline: null },
      ],
    });
    expect(rebased.slice(0, 60)).toEqual(signalSeries(CSAT, fell.slice(0, 60)));
    expect(rebased[70]).toMatchObject({ signal: null, baseline: { first: 60, last: 86 } });
    expect(rebased.slice(87).map(({ signal }) => signal)).toEqual(Array<string>(13).fill('common-cause'));
    expect(rebased[90]?.limits?.centre).toBeCloseTo(70, 0);
    expect(rebased[50]?.limits?.centre).toBeCloseTo(90, 0);
  });

  it('let no period reach over a change', () => {
    // Poor weeks just before the change; the first judged after it are good against a good baseline of their own.
    const weeks = [...good(30), ...poor(4), ...good(30)];
    const stretches = [
      { begins: 0, baseline: null },
      { begins: 34, baseline: { first: 34, last: 45 } },
    ];
    expect(
      signalSeries(CSAT, weeks, { stretches })
        .slice(46)
        .every(({ signal }) => signal === 'common-cause'),
    ).toBe(true);
  });

  it('judge nothing on fewer than twelve weeks with replies, nor outside the series', () => {
    const none = (first: number, last: number): boolean =>
      signalSeries(CSAT, fell, { stretches: [{ begins: 0, baseline: { first, last } }] }).every(
        ({ signal, limits, baseline }) => signal === null && limits === null && baseline === null,
      );
    expect([none(0, 10), none(200, 260), none(20, 10), none(0, 11)]).toEqual([true, true, true, false]);
    const soon = [
      { begins: 0, baseline: null },
      { begins: 95, baseline: null },
    ];
    expect(signalSeries(CSAT, fell, { stretches: soon })[97]).toMatchObject({ signal: null, limits: null });
    expect(signalSeries(CSAT, [], { stretches: soon })).toEqual([]);
  });

  it('are the same for the last weeks alone', () => {
    const stretches = [
      { begins: 0, baseline: null },
      { begins: 60, baseline: { first: 61, last: 80 } },
    ];
    const all = signalSeries(CSAT, fell, { stretches });
    for (const from of [10, 60, 75]) {
      expect(signalSeries(CSAT, fell, { stretches, from })).toEqual(all.slice(from));
    }
  });
});

describe('limits in the metric’s unit', () => {
  it('are percent around the baseline, wider for a week of few replies', () => {
    const [many, few, none] = signalSeries(CSAT, [...STABLE, answers(90, 100), answers(9, 10), answers(0, 0)]).slice(
      12,
    );
    expect(many?.limits?.centre).toBeCloseTo(90, 0);
    expect(many?.limits?.lower).toBeGreaterThan(70);
    expect(few?.limits?.lower).toBeLessThan(60);
    expect(few?.limits?.upper).toBeNull();
    expect(none?.limits).toBeNull();
  });

  it('are points for the NPS: −29.98 to 87.36 for twenty replies', () => {
    const nps = (promoters: number, passives: number, detractors: number): SeriesWeek => ({
      counts: [detractors, 0, 0, 0, 0, 0, 0, passives, 0, promoters, 0],
    });
    const weeks = [...repeat(12, (i) => (i % 2 === 0 ? nps(10, 6, 4) : nps(11, 5, 4))), nps(10, 6, 4)];
    const { lower, upper } = signalSeries(NPS, weeks)[12]?.limits ?? {};
    expect(lower).toBeCloseTo(-29.9833, 4);
    expect(upper).toBeCloseTo(87.3564, 4);
  });

  describe('of waits', () => {
    /** A hundred and twenty waits from a quarter of the middle to four times it, evenly on the log scale. */
    const week = (middle: number, n = 120): SeriesWeek => {
      const counts: number[] = [];
      for (let i = 0; i < n; i += 1) {
        const waitMinutes = middle * 4 ** ((2 * (i + 0.5)) / n - 1);
        addWait(counts, { outcome: 'seen', waitMinutes, promisedMinutes: null }, 1);
      }
      return { counts };
    };
    const usual = repeat(20, (i) => week(28 + (i % 3)));

    it.each([WAIT_MEDIAN, WAIT_P90])('are minutes: $code', (metric) => {
      const found = signalSeries(metric, [...usual, week(29), week(60), week(12)]);
      const [same, longer, shorter] = found.slice(-3);
      expect([same?.signal, longer?.signal, shorter?.signal]).toEqual(['common-cause', 'concern', 'improvement']);
      const { lower, centre = NaN, upper } = same?.limits ?? {};
      const value = (weeks: SeriesWeek): number => metric.estimate(weeks.counts, {}).value ?? NaN;
      expect(centre / value(week(29))).toBeCloseTo(1, 1);
      expect(lower ?? NaN).toBeLessThan(centre);
      expect(lower ?? NaN).toBeGreaterThan(value(week(12)));
      expect(upper ?? NaN).toBeGreaterThan(centre);
      expect(upper ?? NaN).toBeLessThan(value(week(60)));
    });

    it('judge a week of many equal waits without dividing by nothing', () => {
      const found = signalSeries(
        WAIT_MEDIAN,
        repeat(20, () => ({ counts: [10, 10, 0, 0, 0, 0, 10] })),
      );
      expect(found.at(-1)).toMatchObject({ signal: 'common-cause', limits: { centre: 0 } });
    });
  });
});

describe('stable weeks', () => {
  /** A fixed sequence of numbers that look random between 0 and 1. */
  function sequence(seed: number): () => number {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return ((state ^ (state >>> 15)) >>> 0) / 2 ** 32;
    };
  }

  it.each([
    [12, 0.9],
    [40, 0.8],
    [40, 0.5],
  ])('of %p replies at %p are marked in fewer than 1 of 100', (n, share) => {
    const next = sequence(n * 1000 + share * 10);
    let judged = 0;
    let marked = 0;
    for (let cell = 0; cell < 40; cell += 1) {
      const weeks = repeat(78, () =>
        answers(Array.from({ length: n }, next).filter((value) => value < share).length, n),
      );
      for (const { signal } of signalSeries(CSAT, weeks, { from: 52 })) {
        if (signal !== null) judged += 1;
        if (signal === 'concern' || signal === 'improvement') marked += 1;
      }
    }
    expect(judged).toBe(40 * 26);
    expect(marked / judged).toBeLessThan(0.01);
  });
});
