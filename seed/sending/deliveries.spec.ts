import { describe, expect, it } from '@jest/globals';
import { spanUntil } from '../time/span.ts';
import { deliveriesOf } from './deliveries.ts';
import type { Feed } from './feed.ts';

const NOW_MS = Date.parse('2026-11-18T05:00:00Z');
const whole = spanUntil(undefined, NOW_MS);
const run = { span: { ...whole, firstDay: whole.lastDay - 60 }, scale: 1 };
const quiet = { show: () => undefined, stop: () => undefined };

/** A hundred rows at the beginning of each day, which name it. */
const feedOf = (source: string): Feed => ({
  kind: 'survey-responses',
  source,
  rowsPerWeek: 700,
  rowsOf: (day) =>
    Array.from({ length: 100 }, (_, number) => ({
      ms: day * 86_400_000 - 8 * 3_600_000,
      row: { externalId: `${day}-${number}`, day },
    })),
});

function delivered(source: string) {
  const sent = { rows: 0 };
  const deliveries = [...deliveriesOf(feedOf(source), run, sent, quiet)].map(({ at, lines }) => ({
    at,
    rows: [...lines]
      .join('')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { externalId: string; day: number }),
  }));
  return { deliveries, sent };
}

describe('what a system of the network delivers', () => {
  it('comes at once and then night by night, no row twice, the newest now', () => {
    const { deliveries, sent } = delivered('feedback-kiosks');
    expect(deliveries).toHaveLength(44);
    const times = deliveries.map(({ at }) => at ?? NOW_MS);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(deliveries.at(-1)?.at).toBeNull();
    const ids = deliveries.flatMap(({ rows }) => rows.map(({ externalId }) => externalId));
    expect(new Set(ids).size).toBe(ids.length);
    expect(sent.rows).toBe(61 * 100);
  });

  it('comes days later for a part of the survey answers, which are not all there yet', () => {
    const { deliveries, sent } = delivered('survey-tool');
    const night = deliveries[30];
    const newest = Math.max(...(night?.rows ?? []).map(({ day }) => day));
    const late = night?.rows.filter(({ day }) => day < newest).length ?? 0;
    expect(late).toBeGreaterThan(8);
    expect(late).toBeLessThan(35);
    expect(sent.rows).toBeLessThan(61 * 100);
    expect(sent.rows).toBeGreaterThan(60 * 100);
  });

  it('has stopped coming from the telephones', () => {
    const { deliveries } = delivered('phone-system');
    const newest = Math.max(...deliveries.flatMap(({ rows }) => rows.map(({ day }) => day)));
    expect(newest).toBe(run.span.lastDay - 3);
  });

  it('is handed in all at once where nothing is known of its nights', () => {
    expect(delivered('helpdesk').deliveries.map(({ at }) => at)).toEqual([null]);
  });
});
