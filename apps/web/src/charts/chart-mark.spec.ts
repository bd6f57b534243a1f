import { describe, expect, it } from '@jest/globals';
import { type ChartMark, nearestMark } from './chart-mark.ts';

const series = (seriesIndex: number, values: (number | null)[]): ChartMark[] =>
  values.map((value, dataIndex) => ({ label: '', to: '/', value, seriesIndex, dataIndex }));
const MARKS = [series(0, [10, 20, null]), series(1, [40, 50, null])];
const at = (place: number[], course: 'across' | 'down' = 'across'): unknown => {
  const mark = nearestMark(MARKS, place, course);
  return mark && [mark.seriesIndex, mark.dataIndex];
};

describe('a click in the plot', () => {
  it('opens the period it stands in and the line nearest to it', () => {
    expect([at([0.4, 12]), at([0.6, 12]), at([1, 46])]).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
    ]);
  });

  it('opens the row it stands in where rows run down', () => {
    expect(at([45, 1.2], 'down')).toEqual([1, 1]);
  });

  it('opens the dot nearest to it in a scatter, each axis by its own measure', () => {
    const dots = [
      [2, 900],
      [4, 100],
    ].map(([along = 0, value = 0], dataIndex) => ({ label: '', to: '/', value, along, seriesIndex: 0, dataIndex }));
    expect([nearestMark([dots], [2.2, 600], 'free'), nearestMark([dots], [3.9, 400], 'free')]).toEqual(dots);
    expect(nearestMark([[]], [1, 1], 'free')).toBeUndefined();
  });

  it('opens nothing over a gap or beside the plot', () => {
    expect([at([2, 30]), at([7, 30]), at([-1, 30]), at([])]).toEqual([undefined, undefined, undefined, undefined]);
  });
});
