import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ComplaintRow } from '#contracts/ingest/complaint-row.ts';
import type { SurveyResponseRow } from '#contracts/ingest/survey-response-row.ts';
import type { WaitRow } from '#contracts/ingest/wait-row.ts';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { dayNumberOf } from '#domain/calendar-date.ts';
import { PLACES } from '../network/site-profiles.ts';
import { spanUntil, type Span } from '../time/span.ts';
import { daysOf } from './feed.ts';
import { FEEDS } from './feeds.ts';

const span = spanUntil('2026-11-15', Date.parse('2026-11-20T00:00:00Z'));

/** The rows of a kind from so many weeks before the running one up to a week number, generated for those weeks alone. */
function rowsOf<Row>(kind: FactKind, fromWeek: number, toWeek: number): Row[] {
  const weeks: Span = {
    ...span,
    firstDay: span.lastMonday + fromWeek * 7,
    lastDay: span.lastMonday + toWeek * 7 - 1,
  };
  const feeds = FEEDS.filter((feed) => feed.kind === kind);
  return feeds.flatMap((feed) => [...daysOf(feed, { span: weeks, scale: 1 })].flat()) as Row[];
}

const BEFORE = [-19, -7] as const;
const SINCE = [-4, 0] as const;
const siteOf = new Map<string, string>(PLACES.map(({ department, site }) => [department, site]));
const atRiverside = ({ department }: { department?: string | null }): boolean =>
  siteOf.get(department ?? '') === 'riverside';

function median(values: number[]): number {
  return values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

/** Percent of the scores that are 4 or 5. */
function percentSatisfied(rows: readonly SurveyResponseRow[], step: string): number {
  const scores = rows.flatMap(({ scores }) => scores?.[step] ?? []);
  return (100 * scores.filter((score) => score >= 4).length) / scores.length;
}

describe('what the dashboards must make visible', () => {
  let replies: { before: SurveyResponseRow[]; since: SurveyResponseRow[] };
  let waits: { before: WaitRow[]; since: WaitRow[] };

  beforeAll(() => {
    replies = { before: rowsOf('survey-responses', ...BEFORE), since: rowsOf('survey-responses', ...SINCE) };
    waits = { before: rowsOf('waits', ...BEFORE), since: rowsOf('waits', ...SINCE) };
  });

  const medianWait = (rows: readonly WaitRow[], isOurs: (row: WaitRow) => boolean): number =>
    median(
      rows
        .filter((row) => row.kind === 'arrival-to-seen' && row.outcome === 'seen' && isOurs(row))
        .map(({ startedAt, endedAt }) => (Date.parse(endedAt ?? '') - Date.parse(startedAt)) / 60_000),
    );
  const percentLeft = (rows: readonly WaitRow[]): number => {
    const arrivals = rows.filter((row) => row.kind === 'arrival-to-seen' && atRiverside(row));
    return (100 * arrivals.filter(({ outcome }) => outcome === 'left').length) / arrivals.length;
  };

  it('waits at check-in rise at Riverside from 27 to 38 minutes, and nowhere else', () => {
    expect(Math.abs(medianWait(waits.before, atRiverside) - 27)).toBeLessThan(1.5);
    expect(Math.abs(medianWait(waits.since, atRiverside) - 38)).toBeLessThan(2);
    const elsewhere = (row: WaitRow): boolean => !atRiverside(row);
    expect(Math.abs(medianWait(waits.before, elsewhere) - medianWait(waits.since, elsewhere))).toBeLessThan(1);
  });

  it('more people leave there without being seen', () => {
    expect(percentLeft(waits.since)).toBeGreaterThan(1.5 * percentLeft(waits.before));
  });

  it('satisfaction with check-in falls there by about nine points, and nowhere else', () => {
    const here = { before: replies.before.filter(atRiverside), since: replies.since.filter(atRiverside) };
    const fall = percentSatisfied(here.before, 'check-in') - percentSatisfied(here.since, 'check-in');
    expect(Math.abs(fall - 9)).toBeLessThan(4);
    const elsewhere = (rows: SurveyResponseRow[]): number =>
      percentSatisfied(
        rows.filter((row) => !atRiverside(row)),
        'check-in',
      );
    expect(Math.abs(elsewhere(replies.before) - elsewhere(replies.since))).toBeLessThan(4);
  });

  it('care on Ward 4B rises from 78 to 87 %, and not on its sibling', () => {
    const on = (ward: string, rows: SurveyResponseRow[]): number =>
      percentSatisfied(
        rows.filter(({ department }) => department === ward),
        'care',
      );
    expect(Math.abs(on('ward-4b', replies.before) - 78)).toBeLessThan(4);
    expect(Math.abs(on('ward-4b', replies.since) - 87)).toBeLessThan(5);
    expect(Math.abs(on('ward-2a', replies.before) - on('ward-2a', replies.since))).toBeLessThan(6);
  });

  it('the palliative department has two to five replies in every week', () => {
    const all = [...replies.before, ...replies.since].filter(({ department }) => department === 'hillcrest-palliative');
    for (const week of [-12, -11, -10, -9, -8, -4, -3, -2, -1]) {
      const from = span.lastMonday + week * 7;
      const inWeek = all.filter(({ externalId }) => {
        const day = dayNumberOf(/\d{4}-\d{2}-\d{2}/.exec(externalId ?? '')?.[0] ?? '');
        return day >= from && day < from + 7;
      });
      expect(inWeek.length).toBeGreaterThanOrEqual(2);
      expect(inWeek.length).toBeLessThanOrEqual(5);
    }
  });

  it('complaints about billing multiply in the last five weeks, the others do not', () => {
    const perWeek = (from: number, to: number, isBilling: boolean): number =>
      rowsOf<ComplaintRow>('complaints', from, to).filter(({ subjects }) => (subjects?.[0] === 'billing') === isBilling)
        .length /
      (to - from);
    expect(perWeek(-19, -5, true)).toBeLessThan(6);
    expect(perWeek(-4, 0, true)).toBeGreaterThan(12);
    expect(Math.abs(perWeek(-19, -5, false) - perWeek(-4, 0, false))).toBeLessThan(6);
  });
});

describe('the whole network', () => {
  const counts = new Map<FactKind, number>();
  let waiting = 0;
  let outcomes = 0;

  beforeAll(() => {
    for (const feed of FEEDS) {
      for (const rows of daysOf(feed, { span, scale: 1 })) {
        counts.set(feed.kind, (counts.get(feed.kind) ?? 0) + rows.length);
        if (feed.kind !== 'waits') continue;
        outcomes += rows.length;
        waiting += rows.filter((row) => (row as WaitRow).outcome === 'waiting').length;
      }
    }
  });

  it.each([
    ['survey-responses', 150_000, 0.04],
    ['waits', 200_000, 0.04],
    ['complaints', 2_500, 0.06],
    ['reviews', 4_000, 0.06],
  ] as const)('has about as many %s as it should: %d', (kind, expected, tolerance) => {
    expect(Math.abs((counts.get(kind) ?? 0) / expected - 1)).toBeLessThan(tolerance);
  });

  it('has a few waits that still go on at the end', () => {
    expect(outcomes).toBe(counts.get('waits'));
    expect(waiting).toBeGreaterThan(10);
    expect(waiting).toBeLessThan(400);
  });
});
