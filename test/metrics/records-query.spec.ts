import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Where } from '#contracts/dimension.ts';
import type { RecordDto, RecordsPageDto, RecordsQueryDto } from '#contracts/records.dto.ts';
import { METRICS } from '#metrics/catalogue.ts';
import { type AskingApp, openAskingApp } from './asking-app.ts';
import { randomHospital, TODAY } from './random-hospital.ts';

const rows = randomHospital(900);
let app: AskingApp;

beforeAll(async () => {
  app = await openAskingApp(TODAY);
  for (const [kind, sent] of Object.entries(rows)) await app.take(kind, sent);
}, 120_000);

afterAll(() => app.close());

/** All pages of a mark's list. */
async function pages(mark: RecordsQueryDto): Promise<RecordsPageDto[]> {
  const all: RecordsPageDto[] = [];
  let cursor: string | undefined;
  do {
    const page = await app.records({ ...mark, ...(cursor !== undefined && { cursor }) });
    all.push(page);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return all;
}

const SPANS = [
  { from: '2025-11-03', to: '2026-06-20' },
  { from: '2026-10-01', to: '2026-12-01' },
];
const FILTERS: Where[] = [{}, { department: ['medicine'] }];
/** Rows of monthly counts stand for many answers each: monthly-counts.spec.ts. */
const MARKS = METRICS.filter(({ facts }) => facts !== 'survey-counts').flatMap(({ code }) =>
  SPANS.flatMap((span) => FILTERS.map((where) => ({ metric: code, ...span, where }))),
);

it.each(MARKS)('lists exactly the n of $metric from $from to $to where $where', async (mark) => {
  const { from, to, where, metric } = mark;
  const { answers } = await app.ask({ metrics: [metric], from, to, grain: 'total', where });
  const list = await pages({ ...mark, limit: 100 });
  const listed = list.flatMap((page) => page.rows);
  const n = answers[0]?.points[0]?.n;
  expect(listed).toHaveLength(n ?? list[0]?.total ?? -1);
  expect(new Set(list.map(({ total }) => total))).toEqual(new Set([listed.length]));
  expect(listed.length).toBeGreaterThan(0);
  const order = listed.map(({ at, id }) => `${at} ${id}`);
  expect(order).toEqual(order.toSorted().reverse());
  expect(new Set(order).size).toBe(listed.length);
});

describe.each<[string, RecordsQueryDto['where'], (record: RecordDto) => boolean]>([
  ['csat', {}, ({ csat }) => csat !== null],
  ['csat', { touchpoint: ['care'] }, ({ scores }) => scores?.care !== undefined],
  [
    'nps',
    { channel: ['sms', 'unknown'] },
    ({ nps, channel }) => nps !== null && ['sms', 'unknown'].includes(channel ?? ''),
  ],
  ['fft-positive', { language: ['fr'] }, ({ fft, language }) => fft !== null && language === 'fr'],
  [
    'effort',
    { site: ['hillcrest'] },
    ({ effort, department }) => effort !== null && department === 'hillcrest-pharmacy',
  ],
  ['responses', { department: ['medicine'] }, ({ department }) => ['medicine', 'ward-4b'].includes(department)],
  [
    'wait-p90',
    { 'wait-kind': ['result'] },
    ({ outcome, waitKind, waitMinutes }) => outcome === 'seen' && waitKind === 'result' && waitMinutes !== null,
  ],
  [
    'wait-within-promise',
    {},
    ({ outcome, waitMinutes, promisedMinutes }) =>
      promisedMinutes !== null &&
      waitMinutes !== null &&
      (outcome === 'seen' || (outcome === 'left' && waitMinutes > promisedMinutes)),
  ],
  ['review-rating', { platform: ['nhs'] }, ({ stars, platform }) => stars !== null && platform === 'nhs'],
  [
    'complaints-opened',
    { subject: ['waiting'], severity: ['low'], touchpoint: ['check-in', 'unknown'] },
    ({ subjects, severity }) => subjects?.[0] === 'waiting' && severity === 'low',
  ],
])('records of %s where %o', (metric, where, counts) => {
  it('all count in the metric', async () => {
    const mark = { metric, from: '2025-09-01', to: '2026-11-18', where: where ?? {} };
    const list = await pages({ ...mark, limit: 50 });
    const listed = list.flatMap((page) => page.rows);
    expect(listed.filter((record) => !counts(record))).toEqual([]);
    const { answers } = await app.ask({
      metrics: [metric],
      from: mark.from,
      to: mark.to,
      grain: 'total',
      where: mark.where,
    });
    expect(listed).toHaveLength(answers[0]?.points[0]?.n ?? list[0]?.total ?? -1);
    expect(listed.length).toBeGreaterThan(0);
  });
});

describe('a record', () => {
  it('tells a response as it was sent', async () => {
    const [sent] = rows['survey-responses'].filter(
      ({ scores, comment }) => scores !== undefined && comment !== undefined,
    );
    const page = await app.records({ metric: 'responses', from: '2025-08-31', to: '2026-11-20', limit: 200 });
    const all = [
      page,
      ...(await pages({ metric: 'responses', from: '2025-08-31', to: '2026-11-20', limit: 200 })),
    ].flatMap((one) => one.rows);
    expect(page.facts).toBe('survey-responses');
    expect(all).toContainEqual(
      expect.objectContaining({
        at: new Date(sent?.respondedAt ?? '').toISOString(),
        department: sent?.department,
        source: 'test-tool',
        words: sent?.comment,
        scores: sent?.scores,
        csat: sent?.csat ?? null,
        nps: sent?.nps ?? null,
        fft: sent?.fft ?? null,
        stars: null,
        complaintNumber: null,
      }),
    );
  });

  it('of a complaint carries its number and stage', async () => {
    const { rows: listed, facts } = await app.records({
      metric: 'complaints-open',
      from: '2026-11-01',
      to: '2026-11-18',
    });
    expect(facts).toBe('complaints');
    expect(listed.length).toBeGreaterThan(0);
    for (const { complaintNumber, stage } of listed) {
      expect(complaintNumber).toBeGreaterThan(0);
      expect(stage).not.toBe('closed');
    }
  });
});

describe('records with words', () => {
  it.each(['csat', 'complaints-opened', 'reviews'])('of %s are listed and counted alone', async (metric) => {
    const list = await pages({ metric, from: '2026-01-01', to: '2026-11-18', withWords: true, limit: 30 });
    const listed = list.flatMap((page) => page.rows);
    const all = (await pages({ metric, from: '2026-01-01', to: '2026-11-18', limit: 200 })).flatMap(
      (page) => page.rows,
    );
    expect(listed).toEqual(all.filter(({ words }) => words !== null));
    expect(list[0]?.total).toBe(listed.length);
    expect(listed.length).toBeLessThan(all.length);
  });
});

it('tells a response with scores at two touchpoints once', async () => {
  const where = { touchpoint: ['check-in', 'care'] };
  const list = await pages({ metric: 'csat', from: '2026-01-01', to: '2026-11-18', where, limit: 40 });
  const listed = list.flatMap((page) => page.rows);
  expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
  expect(list[0]?.total).toBe(listed.length);
  expect(listed.every(({ scores }) => scores?.['check-in'] !== undefined || scores?.care !== undefined)).toBe(true);
});

it('goes on after the record a page ended with, whatever came in meanwhile', async () => {
  const mark = { metric: 'responses', from: '2026-11-01', to: '2026-11-18', limit: 5 };
  const first = await app.records(mark);
  await app.take('survey-responses', [
    { externalId: 'late', department: 'ward-4b', respondedAt: '2026-11-17T10:00:00Z', csat: 5 },
  ]);
  const second = await app.records({ ...mark, cursor: first.next ?? '' });
  const again = await app.records({ ...mark, limit: 11 });
  const late = again.rows.find(({ at }) => at === '2026-11-17T10:00:00.000Z');
  expect(late).toBeDefined();
  expect([...first.rows, ...second.rows]).toEqual(again.rows.filter((record) => record !== late));
});
