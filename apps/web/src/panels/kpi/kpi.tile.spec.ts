import { describe, expect, it } from '@jest/globals';
import { answerOf, weekPoint } from '../../findings/points.fixture.ts';
import { PLAIN_SPEECH } from '../../format/speech.fixture.ts';
import { tilesOf } from './kpi.tile.ts';

const tileOf = (...given: Parameters<typeof answerOf>): unknown => {
  const [tile] = tilesOf([answerOf(...given)], 10, PLAIN_SPEECH);
  return tile && [tile.figure, tile.unit, tile.basis, tile.saying.tone, tile.signal];
};

describe('a headline value', () => {
  it('stands with its interval and n', () => {
    expect(tileOf([weekPoint(0, { value: 84.2, low: 82.1, high: 86.1, n: 1284 })])).toEqual([
      '84.2',
      '%',
      '82.1 – 86.1 · panels.n 1,284',
      'calm',
      'common-cause',
    ]);
  });

  it('is of the last point', () => {
    expect(tileOf([weekPoint(0), weekPoint(1, { value: 90 })])).toContain('90.0');
  });

  it('is a dash with the reason where it is withheld', () => {
    const point = weekPoint(0, { value: null, n: null, withheld: 'fewer-than-minimum', signal: null });
    expect(tileOf([point])).toEqual(['–', '', 'panels.withheld 10', 'calm', null]);
  });

  it('says that nobody answered, which is not zero', () => {
    expect(tileOf([weekPoint(0, { value: null, n: 0, signal: null })])).toContain('panels.noAnswers');
  });

  it('knows whether it fell', () => {
    const points = [weekPoint(0, { value: 60, signal: 'concern' }), weekPoint(0, { value: 95, signal: 'improvement' })];
    const tiles = points.flatMap((point) => tilesOf([answerOf([point])], 10, PLAIN_SPEECH));
    expect(tiles.map(({ fell }) => fell)).toEqual([true, false]);
  });

  it('wears the colour of the signal', () => {
    expect(tileOf([weekPoint(0, { value: 60, signal: 'concern' })])).toContain('concern');
  });

  it('says of a plain count what it is compared with, since it has no interval', () => {
    const change = {
      from: '',
      to: '',
      value: 21,
      n: 21,
      difference: 3,
      low: null,
      high: null,
      method: 'wilson95' as const,
      withheld: null,
      verdict: 'no-detectable-change' as const,
      pValue: 0.5,
      moreReplies: null,
    };
    const point = weekPoint(0, { value: 24, n: 24, low: null, high: null, change });
    expect(tileOf([point], 'complaints-opened', 'count')).toContain('panels.change.against 21');
  });
});
