import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { FIELDS_OF, type FactKind } from '#contracts/ingest/fact-kind.ts';
import type { RowField } from '#contracts/ingest/row-field.ts';
import { DEFAULT_TOUCHPOINTS } from '#domain/touchpoint.ts';
import { NETWORK } from '../network/network.ts';
import { spanUntil } from '../time/span.ts';
import { daysOf, type Feed, type SeedRun } from './feed.ts';
import { FEEDS } from './feeds.ts';

const NOW = Date.parse('2026-11-20T03:30:00Z');
const RUN: SeedRun = { span: spanUntil(undefined, NOW), scale: 0.05 };
/** Feeds of a few rows a week are looked at whole. */
const runOf = (feed: Feed): SeedRun => ({ ...RUN, scale: feed.rowsPerWeek < 100 ? 1 : RUN.scale });

type Row = Record<string, unknown>;
const rowsOf = (feed: Feed, run = runOf(feed)): Row[] => [...daysOf(feed, run)].flat() as Row[];
const known = (row: Row): Row => JSON.parse(JSON.stringify(row)) as Row;

const ROWS = new Map(FEEDS.map((feed) => [feed, rowsOf(feed).map(known)]));
const TOUCHPOINTS = DEFAULT_TOUCHPOINTS.map(({ code }) => code);
const SITES: readonly string[] = NETWORK.sites.map(({ code }) => code);
const DEPARTMENTS: readonly string[] = NETWORK.sites.flatMap(({ departments }) => departments.map(({ code }) => code));

/** True where a value keeps the rule of its field. */
function keeps(field: RowField, value: unknown): boolean {
  const inRange = (number: unknown, { min, max }: { min: number; max: number }): boolean =>
    typeof number === 'number' && number >= min && number <= max;
  switch (field.type) {
    case 'text':
      return typeof value === 'string' && value.length > 0 && value.length <= field.max;
    case 'instant':
      return typeof value === 'string' && /Z$/.test(value) && !Number.isNaN(Date.parse(value));
    case 'integer':
      return Number.isInteger(value) && inRange(value, field);
    case 'number':
      return inRange(value, field);
    case 'boolean':
      return typeof value === 'boolean';
    case 'code':
      return field.codes.includes(value as string);
    case 'codes':
      return Array.isArray(value) && value.length > 0 && value.every((code) => field.codes.includes(code as string));
    case 'scores':
      return Object.entries(value as object).every(
        ([code, score]) => TOUCHPOINTS.includes(code) && inRange(score, field),
      );
  }
}

/** The fields of a row that break a rule of its kind, or that the kind does not know. */
function faultsIn(kind: FactKind, row: Row): string[] {
  const fields = FIELDS_OF[kind];
  const broken = Object.entries(row).filter(([name, value]) => {
    const field = fields[name];
    return field === undefined || !keeps(field, value);
  });
  const missing = Object.entries(fields).filter(([name, field]) => field.required === true && row[name] === undefined);
  return [...broken, ...missing].map(([name]) => name);
}

/** Instants a row names. */
const instantsIn = (kind: FactKind, row: Row): number[] =>
  Object.entries(FIELDS_OF[kind]).flatMap(([name, { type }]) =>
    type === 'instant' && row[name] !== undefined ? [Date.parse(row[name] as string)] : [],
  );

describe.each(FEEDS.map((feed) => [`${feed.kind} of ${feed.source}`, feed] as const))('%s', (_, feed) => {
  const rows = ROWS.get(feed) ?? [];

  it('keep the rules of their fields, at places that exist', () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flatMap((row) => faultsIn(feed.kind, row))).toEqual([]);
    for (const { site, department, complaint, touchpoint } of rows) {
      if (site !== undefined) expect(SITES).toContain(site);
      if (department !== undefined) expect(DEPARTMENTS).toContain(department);
      if (touchpoint !== undefined) expect(TOUCHPOINTS).toContain(touchpoint);
      expect(site ?? department ?? complaint).toBeDefined();
    }
  });

  it('have ids of their own, and lie in the past', () => {
    expect(new Set(rows.map(({ externalId }) => externalId)).size).toBe(rows.length);
    const latest = Math.max(...rows.flatMap((row) => instantsIn(feed.kind, row)));
    expect(latest).toBeLessThan(NOW);
    expect(latest).toBeGreaterThan(NOW - 45 * 86_400_000);
  });
});

describe('the rows', () => {
  const digest = (run: SeedRun): string => {
    const hash = createHash('sha256');
    for (const feed of FEEDS) for (const row of rowsOf(feed, run)) hash.update(JSON.stringify(row));
    return hash.digest('hex');
  };

  it('are the same for the same end, and others for another', () => {
    const small = { span: spanUntil('2026-11-10', NOW), scale: 0.01 };
    expect(digest(small)).toBe(digest(small));
    expect(digest(small)).not.toBe(digest({ ...small, span: spanUntil('2026-11-11', NOW) }));
  });

  it('stay as they are when the network lives on in the same week', () => {
    for (const feed of FEEDS.filter(({ kind }) => kind === 'survey-responses' || kind === 'complaints')) {
      const before = rowsOf(feed, { ...runOf(feed), span: spanUntil('2026-11-17', NOW) });
      const now = rowsOf(feed);
      expect(now.length).toBeGreaterThan(before.length);
      const ids = new Set(before.map(({ externalId }) => externalId));
      expect(now.filter(({ externalId }) => ids.has(externalId))).toEqual(before);
    }
  });

  it('of a small network are some of those of a larger one', () => {
    const [feed] = FEEDS;
    if (feed === undefined) throw new Error('no feeds');
    const larger = new Set(rowsOf(feed).map((row) => JSON.stringify(row)));
    const small = rowsOf(feed, { ...RUN, scale: 0.02 });
    expect(small.length).toBeGreaterThan(10);
    expect(small.every((row) => larger.has(JSON.stringify(row)))).toBe(true);
  });

  it('come in five languages, about one reply in six with a comment', () => {
    const replies = FEEDS.filter(({ kind }) => kind === 'survey-responses').flatMap((feed) => ROWS.get(feed) ?? []);
    const withComment = replies.filter(({ comment }) => comment !== undefined);
    expect(withComment.length / replies.length).toBeGreaterThan(0.15);
    expect(withComment.length / replies.length).toBeLessThan(0.2);
    expect([...new Set(withComment.map(({ language }) => language))].sort()).toEqual(['en', 'lt', 'th', 'ur', 'vi']);
    const thoughtUp = replies.filter(({ respondedAt, visitedAt }) => String(respondedAt) < String(visitedAt));
    expect(thoughtUp).toEqual([]);
  });
});
