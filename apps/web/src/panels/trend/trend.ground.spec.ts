import { describe, expect, it } from '@jest/globals';
import type { LineSeriesOption } from 'echarts';
import type { BaselineInUseDto } from '#contracts/baseline-in-use.dto.ts';
import { PLAIN_PALETTE } from '../../charts/chart-palette.fixture.ts';
import { answerOf, weekPoint } from '../../findings/points.fixture.ts';
import { PLAIN_SPEECH } from '../../format/speech.fixture.ts';
import { baselineBands, changeLines, groundWords, powerWords, weeksToFreeze } from './trend.ground.ts';
import { trendOption } from './trend.option.ts';
import { trendOf } from './trend.series.ts';

const PROPOSED: BaselineInUseDto = {
  by: {},
  origin: 'proposed',
  state: 'used',
  from: '2026-10-05',
  to: '2026-10-26',
  weeks: 12,
  trial: true,
  id: null,
  note: null,
  change: null,
  repliesAWeek: 12,
  power: [
    { points: 10, weeks: 13 },
    { points: 5, weeks: null },
  ],
};
const REBASED: BaselineInUseDto = {
  ...PROPOSED,
  origin: 'rebased',
  from: '2026-11-02',
  to: '2026-11-16',
  change: { id: 'c', on: '2026-10-28', note: 'New triage desk' },
};
/** Weeks 41 to 48. */
const POINTS = Array.from({ length: 8 }, (_, week) => weekPoint(week));

describe('the baseline in the picture', () => {
  it('is a band over its weeks that are shown', () => {
    expect(baselineBands([PROPOSED, REBASED], POINTS)).toEqual([
      { first: 0, last: 2 },
      { first: 4, last: 5 },
    ]);
    expect(baselineBands([{ ...PROPOSED, from: '2025-01-06', to: '2025-06-02' }], POINTS)).toEqual([]);
    expect(baselineBands([{ ...PROPOSED, state: 'too-short' }], POINTS)).toEqual([]);
    expect(baselineBands([PROPOSED], [])).toEqual([]);
  });

  it('begins anew with a line at the week of the change', () => {
    expect(changeLines([PROPOSED, REBASED], POINTS)).toEqual([{ index: 3, note: 'New triage desk' }]);
    expect(changeLines([REBASED], POINTS.slice(5))).toEqual([]);
  });

  it('is drawn without moving the series that marks belong to', () => {
    const plain = trendOption(trendOf([answerOf(POINTS)]), setting).series as LineSeriesOption[];
    const drawn = trendOption(trendOf([{ ...answerOf(POINTS), baselines: [PROPOSED, REBASED] }]), setting)
      .series as LineSeriesOption[];
    expect(drawn).toHaveLength(plain.length);
    expect(plain.some(({ markArea, markLine }) => markArea ?? markLine)).toBe(false);
    const areas = drawn.flatMap(({ markArea }) => markArea?.data ?? []);
    expect(areas).toMatchObject([
      [{ xAxis: 0, name: 'baselines.band' }, { xAxis: 2 }],
      [{ xAxis: 4 }, { xAxis: 5 }],
    ]);
    const lines = drawn.flatMap(({ markLine }) => markLine?.data ?? []);
    expect(lines).toMatchObject([{ xAxis: 3, name: 'New triage desk' }]);
  });
});

const setting = { palette: PLAIN_PALETTE, speech: PLAIN_SPEECH, minimumResponses: 10, narrow: false };

describe('the baseline in words', () => {
  const span = PLAIN_SPEECH.dates.span({ from: '2026-10-05', to: '2026-10-26' });

  it('says whose weeks, how many, and that they are on trial', () => {
    expect(groundWords([PROPOSED], PLAIN_SPEECH)).toEqual([`baselines.ground.proposed ${span} 12`, 'baselines.trial']);
    expect(groundWords([{ ...PROPOSED, trial: false }], PLAIN_SPEECH)).toHaveLength(1);
    expect(groundWords([], PLAIN_SPEECH)).toEqual([]);
  });

  it('says of the newest stretch what changed', () => {
    expect(groundWords([PROPOSED, REBASED], PLAIN_SPEECH).at(-1)).toBe('baselines.since 28 Oct 2026 New triage desk');
  });

  it.each([
    ['withheld', 'baselines.withheld'],
    ['too-short', 'baselines.tooShort'],
  ] as const)('says where there is none to tell: %s', (state, words) => {
    const none = { ...PROPOSED, state, from: null, to: null, weeks: null, repliesAWeek: null, power: [] };
    expect(groundWords([none], PLAIN_SPEECH)).toEqual([words]);
    expect(powerWords([none], false, PLAIN_SPEECH)).toEqual([]);
  });

  it('says what it would notice, and what it cannot', () => {
    expect(powerWords([PROPOSED], false, PLAIN_SPEECH)).toEqual([
      'baselines.power.replies 12',
      'baselines.power.both baselines.power.fall 10 baselines.power.weeks 13 baselines.power.fallNever 5',
    ]);
    expect(powerWords([PROPOSED], true, PLAIN_SPEECH)[1]).toContain('baselines.power.riseNever 5');
  });

  it('proposes its weeks to be frozen, or the last half year', () => {
    expect(weeksToFreeze([PROPOSED], '2026-11-18')).toEqual({ from: '2026-10-05', to: '2026-10-26' });
    expect(weeksToFreeze([], '2026-11-18')).toEqual({ from: '2026-05-18', to: '2026-11-16' });
  });
});
