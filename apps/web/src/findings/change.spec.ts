import { describe, expect, it } from '@jest/globals';
import type { ChangeDto } from '#contracts/metric-answer.dto.ts';
import { comparisonsIn, signalsIn } from './change.ts';
import { answerOf, weekPoint } from './points.fixture.ts';

const change = (verdict: ChangeDto['verdict'], difference: number): ChangeDto => ({
  from: '2026-09-28',
  to: '2026-10-05',
  value: 80,
  n: 90,
  difference,
  low: difference - 2,
  high: difference + 2,
  method: 'wilson95',
  withheld: null,
  verdict,
  pValue: 0.5,
  moreReplies: null,
});

describe('what the signal rule marked', () => {
  it('is told with what was usual and since when', () => {
    const [found] = signalsIn(
      answerOf([
        weekPoint(0),
        weekPoint(1, { value: 68, signal: 'concern' }),
        weekPoint(2, { value: 66, signal: 'concern' }),
      ]),
    );
    expect(found).toMatchObject({ tone: 'concern', rose: false, usual: 80, since: '2026-10-12', run: [80, 68, 66] });
  });

  it('is nothing when the mark is only in an earlier week', () => {
    expect(signalsIn(answerOf([weekPoint(0, { value: 95, signal: 'improvement' }), weekPoint(1)]))).toEqual([]);
  });

  it('is nothing where the last week is withheld or unjudged', () => {
    expect(signalsIn(answerOf([weekPoint(0, { value: null, signal: null })]))).toEqual([]);
    expect(signalsIn(answerOf([weekPoint(0, { signal: null })]))).toEqual([]);
  });

  it('does not date what began before the first week looked at', () => {
    const [found] = signalsIn(answerOf([weekPoint(0, { value: 95, signal: 'improvement' })]));
    expect(found).toMatchObject({ tone: 'improvement', since: null });
  });

  it('is neutral for numbers that have no better way', () => {
    const [found] = signalsIn(answerOf([weekPoint(0, { value: 95, signal: 'high' })], 'complaints-opened', 'count'));
    expect(found).toMatchObject({ tone: 'neutral', rose: true });
  });

  it('judges each group by its own weeks', () => {
    const found = signalsIn(
      answerOf([
        weekPoint(0, { by: { site: 'a' } }),
        weekPoint(0, { by: { site: 'b' } }),
        weekPoint(1, { by: { site: 'a' }, value: 60, signal: 'concern' }),
        weekPoint(1, { by: { site: 'b' } }),
      ]),
    );
    expect(found.map(({ by, run }) => [by, run])).toEqual([[{ site: 'a' }, [80, 60]]]);
  });
});

describe('what a comparison found', () => {
  it('is only what chance does not explain', () => {
    const points = (['better', 'worse', 'higher', 'no-detectable-change', 'too-few'] as const).map((verdict, index) =>
      weekPoint(0, { by: { site: verdict }, change: change(verdict, index === 1 ? -6 : 6) }),
    );
    expect(comparisonsIn(answerOf(points)).map(({ by, tone, rose }) => [by.site, tone, rose])).toEqual([
      ['better', 'improvement', true],
      ['worse', 'concern', false],
      ['higher', 'neutral', true],
    ]);
  });
});
