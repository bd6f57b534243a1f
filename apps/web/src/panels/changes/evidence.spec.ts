import { describe, expect, it } from '@jest/globals';
import type { Change } from '../../findings/change.ts';
import { comparisonsIn, signalsIn } from '../../findings/change.ts';
import { answerOf, weekPoint } from '../../findings/points.fixture.ts';
import { PLAIN_SPEECH } from '../../format/speech.fixture.ts';
import { evidenceOf } from './evidence.ts';

const said = (changes: Change[]): unknown => {
  const [change] = changes;
  return change && Object.values(evidenceOf(change, PLAIN_SPEECH));
};

describe('the evidence of a change', () => {
  it('is the usual value and the value now, with interval and n', () => {
    const points = [weekPoint(0), weekPoint(1, { value: 66, low: 60, high: 72, n: 212, signal: 'concern' })];
    expect(said(signalsIn(answerOf(points)))).toEqual([
      'finding.list.moved csat 80.0% 66.0%',
      'finding.list.since 42',
      '60.0 – 72.0 · panels.n 212',
    ]);
  });

  it('does not date what began before the weeks shown', () => {
    expect(said(signalsIn(answerOf([weekPoint(0, { value: 66, signal: 'concern' })])))).toContain('finding.list.long');
  });

  it('is the difference and its interval where a comparison found it', () => {
    const change = {
      from: '2026-09-28',
      to: '2026-10-05',
      value: 75,
      n: 90,
      difference: 9,
      low: 4,
      high: 14,
      method: 'wilson95' as const,
      withheld: null,
      verdict: 'better' as const,
      pValue: 0.5,
      moreReplies: null,
    };
    expect(said(comparisonsIn(answerOf([weekPoint(0, { value: 84, low: 79, high: 88, change })])))).toEqual([
      'finding.list.moved csat 75.0% 84.0%',
      expect.stringMatching(/^finding.list.compared 28 Sep/),
      'panels.points 9 (4.0 – 14.0) · 79.0 – 88.0 · panels.n 100',
    ]);
  });
});
