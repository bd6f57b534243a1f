import { describe, expect, it } from '@jest/globals';
import { answerOf, weekPoint } from '../findings/points.fixture.ts';
import { PLAIN_SPEECH } from '../format/speech.fixture.ts';
import { twinRowsOf } from './twin-table.ts';

describe('the table beside a chart', () => {
  it('has a row for every point, with the same values', () => {
    const points = [
      weekPoint(0, { by: { site: 'a' } }),
      weekPoint(1, { by: { site: 'a' }, value: 60, signal: 'concern' }),
    ];
    const rows = twinRowsOf([answerOf(points)], 10, PLAIN_SPEECH);
    expect(
      rows.map(({ group, value, interval, n, signal, tone }) => [group, value, interval, n, signal, tone]),
    ).toEqual([
      ['a', '80.0%', '75.0 – 85.0', '100', 'panels.signals.common-cause', 'calm'],
      ['a', '60.0%', '55.0 – 65.0', '100', 'panels.signals.concern', 'concern'],
    ]);
  });

  it('says why a value is missing', () => {
    const withheld = weekPoint(0, { value: null, n: null, withheld: 'fewer-than-minimum', signal: null });
    const hidden = { ...withheld, withheld: 'would-reveal-few' } as const;
    const silent = weekPoint(1, { value: null, n: 0, signal: null });
    const rows = twinRowsOf([answerOf([withheld, hidden, silent])], 10, PLAIN_SPEECH);
    expect(rows.map(({ value, interval, n, signal }) => [value, interval, n, signal])).toEqual([
      ['panels.withheld 10', '', '–', ''],
      ['panels.wouldReveal 10', '', '–', ''],
      ['panels.noAnswers', '', '0', ''],
    ]);
  });
});
