import { describe, expect, it } from '@jest/globals';
import type { Panel } from '#contracts/dashboard.ts';
import { bandsOf } from './layout.ts';

const panel = (code: string, width: Panel['width']): Panel => ({
  kind: 'worklist',
  code,
  width,
  view: 'open',
  rows: 5,
});
const shapes = (panels: Panel[]): unknown[] =>
  bandsOf(panels).map(({ main, side, split }) => [main.map(({ code }) => code), side.map(({ code }) => code), split]);

describe('the layout of a dashboard', () => {
  it('gives a panel of twelve columns a band of its own', () => {
    expect(shapes([panel('a', 12), panel('b', 12)])).toEqual([
      [['a'], [], [12, 0]],
      [['b'], [], [12, 0]],
    ]);
  });

  it('fills main and side independently', () => {
    expect(shapes([panel('a', 8), panel('b', 4), panel('c', 4), panel('d', 8)])).toEqual([
      [
        ['a', 'd'],
        ['b', 'c'],
        [8, 4],
      ],
    ]);
  });

  it('begins anew where the split changes', () => {
    expect(shapes([panel('a', 8), panel('b', 4), panel('c', 6), panel('d', 6)])).toEqual([
      [['a'], ['b'], [8, 4]],
      [['c'], ['d'], [6, 6]],
    ]);
  });

  it('keeps the side at the side when it comes first', () => {
    expect(shapes([panel('a', 5), panel('b', 7)])).toEqual([[['b'], ['a'], [7, 5]]]);
  });

  it('gives the whole stretch to one column where the other stays empty', () => {
    expect(shapes([panel('a', 4), panel('b', 4), panel('c', 12)])).toEqual([
      [['a', 'b'], [], [12, 0]],
      [['c'], [], [12, 0]],
    ]);
  });
});
