import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ComparedMetricDto, MetricsCompareDto, MetricsComparisonDto } from '#contracts/metrics-compare.dto.ts';
import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import { differenceOfShares } from '#metrics/newcombe.ts';
import { SURVEY_SLOTS } from '#metrics/survey-counts.ts';
import { applyCells } from '../../apps/api/src/rollups/apply-cells.ts';
import { SURVEY_RESPONSE_CELL } from '../../apps/api/src/rollups/cell-table.ts';
import { type AskingApp, openAskingApp, SCOPE } from './asking-app.ts';

const TODAY = '2026-11-18';
const AUTUMN = { from: '2026-10-19', to: '2026-11-16' };
const BEFORE = { from: '2026-09-21', to: '2026-10-19' };
const OF = (department: string) => ({ where: { department: [department] } });
let app: AskingApp;

/** CSAT answers on each Monday up to the one before last. */
async function fill(department: string, weekly: readonly (readonly [satisfied: number, n: number])[]): Promise<void> {
  await app.database.inScope(SCOPE, async (transaction) => {
    const [found] = await transaction.query<{ id: string }>('select id from department where code = $1', [department]);
    const days = weekly.map(([satisfied, n], index) => {
      const counts = new Array<number>(SURVEY_SLOTS.csat + 5).fill(0);
      counts[SURVEY_SLOTS.responses] = n;
      counts[SURVEY_SLOTS.csat] = n - satisfied;
      counts[SURVEY_SLOTS.csat + 4] = satisfied;
      const onDate = dateOf(dayNumberOf('2026-11-09') - 7 * (weekly.length - 1 - index));
      return { onDate, departmentId: found?.id ?? '', keys: [1, 'vi'] as const, counts };
    });
    await applyCells(
      transaction,
      SURVEY_RESPONSE_CELL,
      days.map((day) => ({ ...day, keys: [...day.keys] })),
    );
  });
}

const weeks = (count: number, satisfied: number, n: number): [number, number][] =>
  Array.from({ length: count }, () => [satisfied, n]);

beforeAll(async () => {
  app = await openAskingApp(TODAY);
  await fill('ward-4b', [...weeks(26, 45, 50), ...weeks(4, 35, 50)]);
  await fill('hillcrest-general', weeks(30, 45, 50));
  await fill('hillcrest-pharmacy', weeks(30, 45, 50));
  await fill('riverside-general', weeks(30, 18, 20));
  await fill('riverside-pharmacy', [...weeks(26, 6, 7), ...weeks(4, 1, 7)]);
}, 60_000);

afterAll(() => app.close());

const post = (payload: object) => app.inject({ method: 'POST', url: '/api/v1/metrics/compare', payload });

async function compared(asked: Omit<MetricsCompareDto, 'metrics'> & { metrics?: string[] }) {
  const answer = await post({ metrics: ['csat'], ...asked });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<MetricsComparisonDto>();
}

async function csat(asked: Omit<MetricsCompareDto, 'metrics'>): Promise<ComparedMetricDto> {
  const [first] = (await compared(asked)).compared;
  if (!first) throw new Error('nothing compared');
  return first;
}

const refusal = async (asked: object): Promise<string[]> => {
  const answer = await post({ metrics: ['csat'], ...asked });
  expect(answer.statusCode).toBe(400);
  return [answer.json<{ message: string | string[] }>().message].flat();
};

describe('two periods', () => {
  it('are each told as by themselves, with the difference, its interval and the word', async () => {
    const found = await csat({ a: { ...BEFORE, ...OF('ward-4b') }, b: { ...AUTUMN, ...OF('ward-4b') } });
    expect(found).toMatchObject({ metric: 'csat', unit: 'percent', method: 'wilson95' });
    expect(found.a).toMatchObject({ ...BEFORE, value: 90, n: 200, withheld: null });
    expect(found.b).toMatchObject({ ...AUTUMN, value: 70, n: 200, withheld: null });
    const expected = differenceOfShares({ successes: 140, n: 200 }, { successes: 180, n: 200 });
    expect(found.difference).toEqual({
      value: -20,
      low: expect.closeTo(100 * (expected?.low ?? NaN), 9),
      high: expect.closeTo(100 * (expected?.high ?? NaN), 9),
      pValue: expect.closeTo(expected?.pValue ?? NaN, 9),
      verdict: 'worse',
      moreReplies: { replies: 530, difference: 5 },
    });
  });

  it('before the data began have no difference, and say how little there is', async () => {
    const found = await csat({ a: { from: '2020-01-06', to: '2020-02-03' }, b: AUTUMN });
    expect(found.a).toMatchObject({ value: null, n: 0, withheld: null });
    expect(found.difference).toEqual({
      value: null,
      low: null,
      high: null,
      pValue: null,
      verdict: 'too-few',
      moreReplies: null,
    });
  });
});

describe('two groups', () => {
  it('of the same dates differ, or do not', async () => {
    const found = await csat({ a: { ...AUTUMN, ...OF('hillcrest-general') }, b: { ...AUTUMN, ...OF('ward-4b') } });
    expect([found.a.value, found.b.value, found.difference.verdict]).toEqual([90, 70, 'worse']);
    const same = await csat({
      a: { ...AUTUMN, ...OF('hillcrest-pharmacy') },
      b: { ...AUTUMN, ...OF('hillcrest-general') },
    });
    expect(same.difference).toMatchObject({ value: 0, verdict: 'no-detectable-change' });
  });

  it('of which one is small tell neither it nor how far it is from the other', async () => {
    const found = await csat({ a: { ...AUTUMN, ...OF('riverside-pharmacy') }, b: { ...AUTUMN, ...OF('ward-4b') } });
    const week = { from: '2026-11-09', to: '2026-11-16' };
    const small = await csat({ a: { ...week, ...OF('riverside-pharmacy') }, b: { ...week, ...OF('ward-4b') } });
    expect(small.a).toMatchObject({ value: null, n: null, low: null, withheld: 'fewer-than-minimum' });
    expect(small.difference).toMatchObject({ value: null, low: null, pValue: null, moreReplies: null });
    expect(small.difference.verdict).toBe('too-few');
    expect(found.difference.value === null).toBe(found.a.value === null);
  });

  it('are told as far as a question about each of them would, and no further', async () => {
    const spans = [AUTUMN, BEFORE, { from: '2026-11-09', to: '2026-11-16' }, { from: '2026-11-03', to: '2026-11-13' }];
    const sides = spans.flatMap((span) =>
      ['ward-4b', 'riverside-pharmacy', 'riverside-general'].map((department) => ({ ...span, ...OF(department) })),
    );
    const metrics = ['csat', 'responses'];
    for (const [index, b] of sides.entries()) {
      const a = { ...b, ...OF('hillcrest-general') };
      const { compared: found } = await compared({ metrics, a, b });
      const alone = await app.ask({ metrics, ...(index % 2 === 0 ? b : a), grain: 'total' });
      const told = found.map((one) => (index % 2 === 0 ? one.b : one.a));
      expect(told.map(({ value, n, low, high, withheld }) => ({ value, n, low, high, withheld }))).toEqual(
        alone.answers.map(({ points: [point] }) => ({
          value: point?.value,
          n: point?.n,
          low: point?.low,
          high: point?.high,
          withheld: point?.withheld,
        })),
      );
      for (const { a: one, b: other, difference } of found) {
        const hidden = one.value === null || other.value === null;
        expect(Object.values(difference).filter((part) => part !== null && part !== 'too-few').length > 0).toBe(
          !hidden,
        );
      }
    }
  });
});

it('judges all metrics of an answer together, and says how many', async () => {
  const { compared: all, watched } = await compared({
    metrics: ['csat', 'nps', 'responses', 'mean-score'],
    a: { ...BEFORE, ...OF('ward-4b') },
    b: { ...AUTUMN, ...OF('ward-4b') },
  });
  expect(all.map(({ metric }) => metric)).toEqual(['csat', 'nps', 'responses', 'mean-score']);
  expect(watched.tests).toBe(3);
  expect(watched.falseAlarms).toBeCloseTo(0.114, 3);
});

describe('what cannot be compared is refused with what to do', () => {
  it.each([
    ['the same answers on both sides', { a: AUTUMN, b: { from: '2026-11-09', to: '2026-11-23' } }, /^a and b hold the/],
    [
      'a ward beside the whole',
      { a: AUTUMN, b: { ...AUTUMN, ...OF('ward-4b') } },
      /dates that do not overlap, or different values of one dimension$/,
    ],
    [
      'a ward beside the department it belongs to',
      { a: { ...AUTUMN, ...OF('medicine') }, b: { ...AUTUMN, ...OF('ward-4b') } },
      /^a and b hold the/,
    ],
    ['an unknown group', { a: AUTUMN, b: { ...BEFORE, ...OF('ward-9') } }, /^b\.where\.department: "ward-9" is not/],
    [
      'dates the wrong way round',
      { a: { from: '2026-11-09', to: '2026-11-02' }, b: AUTUMN },
      /^a\.from must be before/,
    ],
    ['no second side', { a: AUTUMN }, /^b must be an object/],
    [
      'counts of longer and shorter times',
      { metrics: ['responses'], a: { from: '2026-09-01', to: '2026-10-01' }, b: AUTUMN },
      /equally long: these are 30 and 28 days$/,
    ],
    ['what stands at an end', { metrics: ['complaints-open'], a: BEFORE, b: AUTUMN }, /ask POST .* with compare$/],
  ])('%s', async (_, asked, message) => {
    expect(await refusal(asked)).toEqual([expect.stringMatching(message)]);
  });
});
