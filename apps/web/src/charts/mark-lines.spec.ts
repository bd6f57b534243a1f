import { describe, expect, it } from '@jest/globals';
import { weekPoint } from '../findings/points.fixture.ts';
import { PLAIN_SPEECH } from '../format/speech.fixture.ts';
import { markLabel, markLines } from './mark-lines.ts';

const linesOf = (part: Parameters<typeof weekPoint>[1], unit: 'percent' | 'count' = 'percent'): string[] =>
  markLines({ metric: 'csat', unit }, weekPoint(0, part), 10, PLAIN_SPEECH);

describe('what a mark says of itself', () => {
  it('is never a number alone', () => {
    expect(linesOf({ value: 84.2, low: 80, high: 88, n: 1284 })).toEqual([
      'csat: 84.2% · 80.0 – 88.0 · panels.n 1,284',
    ]);
  });

  it('names its group and its signal', () => {
    expect(linesOf({ by: { site: 'riverside' }, value: 60, signal: 'concern' })).toEqual([
      'riverside: 60.0% · 55.0 – 65.0 · panels.n 100',
      'panels.signals.concern',
    ]);
  });

  it('says why there is no value', () => {
    const part = { value: null, n: null, withheld: 'fewer-than-minimum', signal: null } as const;
    expect(linesOf(part)).toEqual(['csat: panels.withheld 10']);
  });

  it('does not repeat a count as its n', () => {
    expect(linesOf({ value: 24, n: 24, low: null, high: null }, 'count')).toEqual(['csat: 24']);
  });

  it('begins with its period when it is read out', () => {
    expect(markLabel({ metric: 'csat', unit: 'percent' }, weekPoint(0), 10, PLAIN_SPEECH)).toMatch(
      /^panels.weekLong 41 · 5\s?–\s?11 Oct 2026, csat: 80.0%/,
    );
  });
});
