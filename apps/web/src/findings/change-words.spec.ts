import { describe, expect, it } from '@jest/globals';
import type { ChangeDto } from '#contracts/metric-answer.dto.ts';
import { PLAIN_SPEECH } from '../format/speech.fixture.ts';
import { differenceWords, sayingOf } from './change-words.ts';
import { weekPoint } from './points.fixture.ts';

const change = (verdict: ChangeDto['verdict'], difference: number | null): ChangeDto => ({
  from: '2026-09-28',
  to: '2026-10-05',
  value: 80,
  n: 90,
  difference,
  low: difference === null ? null : difference - 2,
  high: difference === null ? null : difference + 2,
  method: 'wilson95',
  withheld: null,
  verdict,
  pValue: 0.5,
  moreReplies: null,
});
const said = (part: Parameters<typeof weekPoint>[1]): unknown => {
  const { tone, text } = sayingOf('percent', weekPoint(0, part), PLAIN_SPEECH);
  return [tone, text];
};

describe('what is said of a value', () => {
  it('is the signal before the comparison', () => {
    expect(said({ value: 66, signal: 'concern', change: change('no-detectable-change', -1) })).toEqual([
      'concern',
      'panels.change.below 80.0%',
    ]);
  });

  it('is of the last weeks together where the week itself is within its limits', () => {
    expect(said({ value: 88, signal: 'concern' })).toEqual(['concern', 'panels.change.lately 80.0%']);
    expect(said({ value: 91, signal: 'improvement' })).toEqual(['improvement', 'panels.change.above 80.0%']);
  });

  it('is the difference with its interval where it is more than chance', () => {
    expect(said({ change: change('better', 5) })).toEqual([
      'improvement',
      'panels.change.up panels.points 5 (3.0 – 7.0)',
    ]);
    expect(said({ change: change('worse', -5) })).toEqual([
      'concern',
      'panels.change.down panels.points 5 (3.0 – 7.0)',
    ]);
  });

  it('is calm for everything else', () => {
    expect(said({ change: change('no-detectable-change', 9) })).toEqual(['calm', 'panels.change.none']);
    expect(said({ change: change('too-few', null) })).toEqual(['calm', 'panels.change.tooFew']);
    const more = { ...change('too-few', 9), moreReplies: { replies: 60, difference: 5 } };
    expect(said({ change: more })).toEqual(['calm', 'panels.change.wouldTell 60 panels.points 5']);
    expect(said({})).toEqual(['calm', 'panels.change.none']);
    expect(said({ signal: null })).toEqual(['calm', 'panels.change.uncompared']);
  });

  it('writes the interval of a fall as the size of the fall', () => {
    expect(differenceWords('minutes', { difference: -7, low: -12, high: 1 }, PLAIN_SPEECH)).toBe('7 min (−1 – 12)');
  });
});
