import { describe, expect, it } from '@jest/globals';
import { falseAlarms } from '../../bench/signals/false-alarms.ts';
import { SatisfiedTable } from '../../bench/signals/satisfied-table.ts';
import type { Scenario } from '../../bench/signals/scenario.ts';
import { signalsBench } from '../../bench/signals/signals-bench.ts';
import { simulate } from '../../bench/signals/simulate.ts';
import { P_CHART, SIGNALS, XMR } from '../../bench/signals/watching-rules.ts';
import { weeksUntilSeen } from '../../bench/signals/weeks-until-seen.ts';
import { CSAT } from '../../libs/metrics/csat.metric.ts';
import { signalSeries } from '../../libs/metrics/signal-series.ts';

const department = (replies: number, share: number, baselineWeeks: number, more: Partial<Scenario> = {}): Scenario => ({
  replies,
  share,
  baselineWeeks,
  judgedWeeks: 52,
  ...more,
});

// 31,200 weeks each; with 1 of 100 instead of 1 of 1,000 each of them is called at 1 to 3 %.
describe('an unchanged department', () => {
  it.each([
    ['of 6 replies a week', department(6, 0.8, 16)],
    ['of 12', department(12, 0.9, 26)],
    ['of 40', department(40, 0.7, 12)],
    ['of 400', department(400, 0.5, 52)],
    ['of 400 whose share wanders by a point', department(400, 0.9, 26, { wander: 0.01 })],
    ['of two million whose share wanders by a point', department(2_000_000, 0.9, 52, { wander: 0.01 })],
  ])('%s is called changed in at most .5 %% of weeks, and not never', (_, scenario) => {
    const percent = falseAlarms(SIGNALS, scenario, 600, 1);
    expect(percent).toBeLessThanOrEqual(0.5);
    expect(percent).toBeGreaterThan(0.02);
  });

  it('is called changed more often by the charts beside the rule', () => {
    const small = department(12, 0.9, 26);
    expect(falseAlarms(XMR, small, 200, 1)).toBeGreaterThan(3);
    expect(falseAlarms(P_CHART, small, 200, 1)).toBeGreaterThan(0.5);
    expect(falseAlarms(P_CHART, department(2_000_000, 0.9, 52, { wander: 0.01 }), 50, 1)).toBeGreaterThan(50);
  });
});

it.each([
  [10, 12, 15],
  [10, 30, 6],
  [10, 100, 2],
  [10, 400, 1],
  [5, 400, 2],
])('a fall by %d points at %d replies a week is seen within %d weeks', (drop, replies, weeks) => {
  const fallen = department(replies, 0.9, 52, { drop, judgedWeeks: 26 });
  expect(weeksUntilSeen(SIGNALS, fallen, 150, 1)).toBeLessThanOrEqual(weeks);
});

// What is measured has to be what people see: the same weeks, judged as a dashboard does.
it.each([
  department(12, 0.8, 52, { drop: 8 }),
  department(3, 0.9, 12, { judgedWeeks: 13 }),
  department(300, 0.9, 52, { wander: 0.02 }),
])('marks the weeks that a series of CSAT is marked in: %j', (scenario) => {
  for (const series of simulate(scenario, 12, 7)) {
    const weeks = series.satisfied.map((x) => ({ counts: [series.replies - x, 0, 0, 0, x] }));
    const shown = signalSeries(CSAT, weeks).slice(series.baselineWeeks);
    const words = { high: 'improvement', low: 'concern' } as const;
    expect(shown.map(({ signal }) => signal)).toEqual(
      SIGNALS.marks(series).map((side) => (side === null ? 'common-cause' : words[side])),
    );
  }
});

describe('made-up weeks', () => {
  it.each([
    [20, 0.9, 0],
    [400, 0.5, 0],
    [100, 0.9, 0.02],
    [2_000_000, 0.9, 0.01],
  ])(
    'of %d replies, %d satisfied, wandering by %d, have the mean and the spread they should',
    (replies, share, wander) => {
      const scenario = department(replies, share, 12, { wander, judgedWeeks: 40_000 });
      const [series] = [...simulate(scenario, 1, 3)];
      const shares = (series?.satisfied ?? []).map((x) => x / replies);
      const mean = shares.reduce((sum, each) => sum + each, 0) / shares.length;
      const variance = shares.reduce((sum, each) => sum + (each - mean) ** 2, 0) / shares.length;
      const expected = (share * (1 - share)) / replies + wander ** 2 * (1 - 1 / replies);
      expect(Math.abs(mean - share)).toBeLessThan(5 * Math.sqrt(expected / shares.length));
      expect(variance / expected).toBeCloseTo(1, 1);
    },
  );

  it('resemble their neighbours as much as they should', () => {
    const [series] = [...simulate(department(400, 0.8, 12, { resemblance: 0.3, judgedWeeks: 40_000 }), 1, 3)];
    const off = (series?.satisfied ?? []).map((x) => x - 320);
    const products = off.slice(1).map((value, index) => value * (off[index] ?? 0));
    const squares = off.map((value) => value ** 2);
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    expect(sum(products) / sum(squares)).toBeCloseTo(0.3, 1);
  });

  it('reach from nobody to everybody', () => {
    const table = new SatisfiedTable(4, 0.5, 0);
    expect([0, 0.0624, 0.0626, 0.5, 0.9374, 0.9376, 1].map((rank) => table.at(rank))).toEqual([0, 0, 1, 2, 3, 4, 4]);
  });
});

describe('the bench', () => {
  it('tells each figure in a line of its own', () => {
    const names: string[] = [];
    const report = ({
      bench,
      name,
      low,
      ratio,
      high,
    }: {
      bench: string;
      name: string;
      low: number;
      ratio: number;
      high: number;
    }) => {
      names.push(name);
      expect(bench).toBe('signals');
      expect(low).toBeLessThanOrEqual(ratio);
      expect(ratio).toBeLessThanOrEqual(high);
    };
    const notes: string[] = [];
    const note = (text: string) => notes.push(text);
    signalsBench({ departments: 2, pairs: 2, only: ['false-alarms-usual', 'weeks-to-10-points'], report, note });
    expect(names).toContain('signal-rule-false-alarms-usual-at-12');
    expect(names).toContain('xmr-weeks-to-10-points-at-400-after-26');
    expect(names).toHaveLength(5 * 3 + 2 * 4 * 3);
    expect(notes).toHaveLength(2);
  });

  it('says what may be chosen', () => {
    const nothing = () => undefined;
    expect(() => signalsBench({ departments: 1, pairs: 1, only: ['speed'], report: nothing, note: nothing })).toThrow(
      'choose from: false-alarms, ',
    );
  });
});
