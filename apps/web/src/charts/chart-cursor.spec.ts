import { describe, expect, it } from '@jest/globals';
import { movedCursor } from './chart-cursor.ts';

const LENGTHS = [5, 3];

describe('the keyboard cursor of a chart', () => {
  it.each([
    ['ArrowRight', { series: 0, index: 1 }, { series: 0, index: 2 }],
    ['ArrowLeft', { series: 0, index: 1 }, { series: 0, index: 0 }],
    ['ArrowLeft', { series: 0, index: 0 }, { series: 0, index: 0 }],
    ['ArrowRight', { series: 0, index: 4 }, { series: 0, index: 4 }],
    ['Home', { series: 0, index: 3 }, { series: 0, index: 0 }],
    ['End', { series: 1, index: 0 }, { series: 1, index: 2 }],
    ['ArrowDown', { series: 0, index: 4 }, { series: 1, index: 2 }],
    ['ArrowUp', { series: 0, index: 1 }, { series: 0, index: 1 }],
  ])('%s from %j goes to %j', (key, from, to) => {
    expect(movedCursor(from, key, LENGTHS, 'across')).toEqual(to);
  });

  it('runs down the rows of a distribution', () => {
    expect(movedCursor({ series: 0, index: 1 }, 'ArrowDown', [5], 'down')).toEqual({ series: 0, index: 2 });
  });

  it('leaves other keys alone', () => {
    expect(movedCursor({ series: 0, index: 1 }, 'Tab', LENGTHS, 'across')).toBeUndefined();
  });
});
