import { describe, expect, it } from '@jest/globals';
import { baselineStretches, type GivenBaseline } from './baseline-stretches.ts';

const frozen = (from: string, to: string): GivenBaseline => ({ kind: 'frozen', from, to });
const rebased = (from: string): GivenBaseline => ({ kind: 'rebased', from, to: null });

describe('the stretches of a baseline', () => {
  it('are one, with the proposed weeks, while nobody said anything', () => {
    expect(baselineStretches([])).toEqual([{ begins: null, ends: null, change: null, frozen: null }]);
  });

  it('begin anew on the Monday after a change, or on the change where it is a Monday', () => {
    const [before, after] = baselineStretches([rebased('2026-03-04')]);
    expect([before?.begins, before?.ends, after?.begins, after?.ends]).toEqual([
      null,
      '2026-03-09',
      '2026-03-09',
      null,
    ]);
    expect(after?.change?.from).toBe('2026-03-04');
    expect(baselineStretches([rebased('2026-03-09')])[1]?.begins).toBe('2026-03-09');
  });

  it('come in order of date, whatever the order they were said in', () => {
    const dates = ['2026-06-01', '2025-01-06', '2026-01-05'].map(rebased);
    expect(baselineStretches(dates).map(({ begins }) => begins)).toEqual([
      null,
      '2025-01-06',
      '2026-01-05',
      '2026-06-01',
    ]);
  });

  it('keep each their own frozen weeks, and of two said the last', () => {
    const change = rebased('2026-01-05');
    const [first, moved, own] = [
      frozen('2025-01-06', '2025-07-07'),
      frozen('2025-03-03', '2025-09-01'),
      frozen('2026-01-12', '2026-05-04'),
    ];
    const [before, after] = baselineStretches([first, change, moved, own]);
    expect(before?.frozen).toEqual({ given: moved, from: moved.from, to: moved.to });
    expect(after?.frozen?.given).toBe(own);
  });

  it('cut frozen weeks off where a change came into them', () => {
    const [before, after] = baselineStretches([frozen('2025-01-06', '2026-01-05'), rebased('2025-09-01')]);
    expect(before?.frozen).toMatchObject({ from: '2025-01-06', to: '2025-09-01' });
    expect(after?.frozen).toBeNull();
  });

  it('know one change a week: the last said', () => {
    const later = { ...rebased('2026-03-05'), note: 'later' };
    const stretches = baselineStretches([{ ...rebased('2026-03-03'), note: 'first' }, later]);
    expect(stretches.map(({ change }) => change)).toEqual([null, later]);
  });
});
