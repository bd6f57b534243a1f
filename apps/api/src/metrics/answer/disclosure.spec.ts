import { describe, expect, it } from '@jest/globals';
import { disclose, discloseSignal } from './disclosure.ts';

const estimate = (n: number) => ({ value: n === 0 ? null : 80, n, low: 60, high: 90 });
const HIDDEN = { value: null, n: null, low: null, high: null };

describe('a score', () => {
  it.each([1, 4, 9])('of %i people tells not even how many they are', (n) => {
    expect(disclose(estimate(n), 10, true)).toEqual({ ...HIDDEN, withheld: 'fewer-than-minimum' });
  });

  it('is told from the organisation’s minimum on', () => {
    expect(disclose(estimate(10), 10, true)).toEqual({ value: 80, n: 10, low: 60, high: 90, withheld: null });
    expect(disclose(estimate(19), 20, true)).toEqual({ ...HIDDEN, withheld: 'fewer-than-minimum' });
  });

  it('that something small could be reckoned from is withheld, however many gave it', () => {
    expect(disclose(estimate(500), 10, false)).toEqual({ ...HIDDEN, withheld: 'would-reveal-few' });
  });

  it('that nobody gave is no secret where it gives nothing away', () => {
    expect(disclose(estimate(0), 10, true)).toMatchObject({ value: null, n: 0, withheld: null });
    expect(disclose(estimate(0), 10, false)).toEqual({ ...HIDDEN, withheld: 'fewer-than-minimum' });
  });
});

it('does not hide what has no minimum', () => {
  expect(disclose(estimate(3), null, false)).toEqual({ value: 80, n: 3, low: 60, high: 90, withheld: null });
});

describe('the signal of a week', () => {
  const limits = { lower: 70, centre: 80, upper: 90 };
  const marked = (period: number | null) =>
    ({ signal: 'concern', period, limits, baseline: { first: 0, last: 51 } }) as const;
  const HELD = { withheld: 'fewer-than-minimum' } as const;

  it.each<[string, Parameters<typeof discloseSignal>[0], Parameters<typeof discloseSignal>[1], number, object]>([
    ['is told with its limits where the score is', marked(1), { withheld: null }, 0, { signal: 'concern', limits }],
    ['of a withheld score is withheld', marked(1), HELD, 100, { signal: null, limits: null }],
    ['of a longer period is told without limits', marked(4), HELD, 10, { signal: 'concern', limits: null }],
    ['of a longer period of few answers is withheld', marked(13), HELD, 9, { signal: null, limits: null }],
    ['that is none of a withheld score is not told', marked(null), HELD, 100, { signal: null, limits: null }],
    ['that was not judged is none', undefined, { withheld: null }, 100, { signal: null, limits: null }],
  ])('%s', (_, verdict, told, behind, expected) => {
    const grounds = { baselineSafe: true, answersBehind: () => behind, minimumResponses: 10 };
    expect(discloseSignal(verdict, told, grounds)).toEqual(expected);
  });

  it('is told without limits where those let a baseline be reckoned that is not told', () => {
    const grounds = { baselineSafe: false, answersBehind: () => 100, minimumResponses: 10 };
    expect(discloseSignal(marked(1), { withheld: null }, grounds)).toEqual({ signal: 'concern', limits: null });
  });
});
