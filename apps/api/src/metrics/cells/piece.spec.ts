import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import { type Grain, GRAINS, periodsBetween } from '#domain/grain.ts';
import { piecesOf } from './piece.ts';

/** Pieces in short: `grain from/to first+step`, with a step that covers the run left out. */
const short = (spans: Parameters<typeof piecesOf>[0]): string[] =>
  piecesOf(spans).map(
    ({ grain, from, to, first, step }) => `${grain} ${from}/${to} ${first}${step < 100 ? `+${step}` : ''}`,
  );

describe('a span', () => {
  // 2026-10-05 is a Monday.
  it.each([
    ['within a week reads its days', '2026-10-06', '2026-10-09', ['d 2026-10-06/2026-10-09 0']],
    ['of a whole week reads one week cell', '2026-10-05', '2026-10-12', ['w 2026-10-05/2026-10-12 0+7']],
    ['of whole weeks reads week cells', '2026-10-05', '2026-10-19', ['w 2026-10-05/2026-10-19 0']],
    ['of seven days across two weeks reads days', '2026-10-07', '2026-10-14', ['d 2026-10-07/2026-10-14 0']],
    [
      'reads the days at both edges',
      '2026-10-03',
      '2026-10-21',
      ['d 2026-10-03/2026-10-05 0', 'w 2026-10-05/2026-10-19 0', 'd 2026-10-19/2026-10-21 0'],
    ],
  ])('%s', (_, from, to, pieces) => {
    expect(short([{ from, to }])).toEqual(pieces);
  });

  it('from the beginning of the data reads weeks up to the last whole one', () => {
    expect(short([{ from: null, to: '2026-10-07' }])).toEqual([
      'w 0001-01-01/2026-10-05 0',
      'd 2026-10-05/2026-10-07 0',
    ]);
  });
});

describe('a run', () => {
  it('reads the weeks of a year at once', () => {
    expect(short(periodsBetween('2025-10-06', '2026-10-05', 'week'))).toEqual(['w 2025-10-06/2026-10-05 0+7']);
  });

  it('reads days at once, a whole week of them too', () => {
    expect(short(periodsBetween('2026-10-05', '2026-10-19', 'day'))).toEqual(['d 2026-10-05/2026-10-19 0+1']);
  });

  it('begins anew where a week is left out', () => {
    expect(
      short([
        { from: '2026-10-05', to: '2026-10-12' },
        { from: '2026-10-19', to: '2026-10-26' },
      ]),
    ).toEqual(['w 2026-10-05/2026-10-12 0+7', 'w 2026-10-19/2026-10-26 1+7']);
  });

  it('begins anew after a span without dates', () => {
    const spans = [
      { from: '2026-10-05', to: '2026-10-12' },
      { from: '2026-10-12', to: '2026-10-12' },
      { from: '2026-10-12', to: '2026-10-19' },
    ];
    expect(short(spans)).toEqual(['w 2026-10-05/2026-10-12 0+7', 'w 2026-10-12/2026-10-19 2+7']);
  });

  it('does not join weeks to a span of several', () => {
    expect(
      short([
        { from: '2026-10-05', to: '2026-10-12' },
        { from: '2026-10-12', to: '2026-10-26' },
      ]),
    ).toEqual(['w 2026-10-05/2026-10-12 0+7', 'w 2026-10-12/2026-10-26 1']);
  });
});

it('counts each date of each span exactly once, whatever the span and the grain', () => {
  const day = fc.integer({ min: dayNumberOf('2024-01-01'), max: dayNumberOf('2026-12-31') });
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 400 }), fc.constantFrom<Grain>(...GRAINS), (start, length, grain) => {
      const periods = periodsBetween(dateOf(start), dateOf(start + length), grain);
      const found = periods.map((): string[] => []);
      for (const { grain: cells, from, to, first, step } of piecesOf(periods)) {
        const begin = dayNumberOf(from);
        for (let date = begin; date < dayNumberOf(to); date += 1) {
          const cell = cells === 'w' ? date - ((date - begin) % 7) : date;
          found[first + Math.floor((cell - begin) / step)]?.push(dateOf(date));
        }
      }
      expect(found.map((dates) => dates.sort().join())).toEqual(
        periods.map(({ from, to }) => datesBetween(from, to).join()),
      );
    }),
  );
});

function datesBetween(from: string, to: string): string[] {
  const first = dayNumberOf(from);
  return Array.from({ length: dayNumberOf(to) - first }, (_, offset) => dateOf(first + offset));
}
