import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import { COMPLAINT_SLOT_COUNT, COMPLAINT_SLOTS } from '#metrics/complaint-counts.ts';
import { METRICS } from '#metrics/catalogue.ts';
import { differenceOfShares } from '#metrics/newcombe.ts';
import { SURVEY_SLOTS } from '#metrics/survey-counts.ts';
import { applyCells } from '../../apps/api/src/rollups/apply-cells.ts';
import type { CellKey } from '../../apps/api/src/rollups/cell-deltas.ts';
import { type CellTable, COMPLAINT_CELL, SURVEY_RESPONSE_CELL } from '../../apps/api/src/rollups/cell-table.ts';
import { type AskingApp, openAskingApp, SCOPE } from './asking-app.ts';

/** A Wednesday; the week of 16 November is running. */
const TODAY = '2026-11-18';
const LAST_WEEK = '2026-11-09';
let app: AskingApp;

/** Adds counts to the cells of a department's days. */
async function count(table: CellTable, department: string, keys: CellKey[], days: [string, number[]][]): Promise<void> {
  await app.database.inScope(SCOPE, async (transaction) => {
    const [found] = await transaction.query<{ id: string }>('select id from department where code = $1', [department]);
    const departmentId = found?.id ?? '';
    await applyCells(
      transaction,
      table,
      days.map(([onDate, counts]) => ({ onDate, departmentId, keys, counts })),
    );
  });
}

/** Puts CSAT answers in place: on the Monday of each of the weeks up to `last`. */
function fill(
  department: string,
  weekly: readonly (readonly [satisfied: number, n: number])[],
  last = LAST_WEEK,
): Promise<void> {
  const days = weekly.map(([satisfied, n], index): [string, number[]] => {
    const counts = new Array<number>(SURVEY_SLOTS.csat + 5).fill(0);
    counts[SURVEY_SLOTS.responses] = n;
    counts[SURVEY_SLOTS.csat] = n - satisfied;
    counts[SURVEY_SLOTS.csat + 4] = satisfied;
    return [dateOf(dayNumberOf(last) - 7 * (weekly.length - 1 - index)), counts];
  });
  return count(SURVEY_RESPONSE_CELL, department, [1, 'vi'], days);
}

const weeks = (count: number, satisfied: number, n: number): [number, number][] =>
  Array.from({ length: count }, (_, index) => [satisfied + (index % 2), n]);

beforeAll(async () => {
  app = await openAskingApp(TODAY);
  // A year and a half of about 45 or 46 of 50; then the last week falls to 30.
  await fill('ward-4b', [...weeks(77, 45, 50), [30, 50]]);
  // The running week began worse still.
  await fill('ward-4b', [[10, 50]], '2026-11-16');
  // As long, and nothing happens.
  await fill('medicine', weeks(78, 45, 50));
  // Seven replies a week: their scores are withheld, and so is the smallest other department of the site; in the last
  // thirteen weeks fewer are satisfied.
  await fill('riverside-pharmacy', [...weeks(65, 6, 7), ...weeks(13, 4, 7)]);
  await fill('riverside-general', weeks(78, 18, 20));
  for (const department of ['medicine', 'riverside-general', 'hillcrest-pharmacy']) {
    await fill(department, [[10, 20]], '2026-11-16');
  }
  // Ten weeks are no baseline.
  await fill('hillcrest-pharmacy', weeks(10, 45, 50));
}, 60_000);

afterAll(() => app.close());

async function points(question: Partial<MetricsQueryDto>): Promise<MetricPointDto[]> {
  const { answers } = await app.ask({
    metrics: ['csat'],
    from: LAST_WEEK,
    to: '2026-11-16',
    grain: 'week',
    ...question,
  });
  return answers[0]?.points ?? [];
}

const of = (all: MetricPointDto[], department: string): MetricPointDto => {
  const found = all.filter(({ by }) => by.department === department).at(-1);
  if (found === undefined) throw new Error(`no point of ${department}`);
  return found;
};

describe('the signal of a week', () => {
  it('is concern where the score fell further than chance lets it, and common cause where nothing happened', async () => {
    const all = await points({ by: ['department'] });
    expect(of(all, 'ward-4b')).toMatchObject({ value: 60, n: 50, signal: 'concern' });
    expect(of(all, 'medicine')).toMatchObject({ signal: 'common-cause' });
    const { limits } = of(all, 'ward-4b');
    expect(limits?.centre).toBeCloseTo(91, 0);
    expect(limits?.lower).toBeGreaterThan(60);
    expect(limits?.lower).toBeLessThan(91);
  });

  it('is the same whatever span is asked for', async () => {
    const alone = of(await points({ by: ['department'] }), 'ward-4b');
    const inYear = of(await points({ by: ['department'], from: '2025-11-10' }), 'ward-4b');
    expect(inYear).toEqual(alone);
  });

  it('is not told of the running week, of a cut week, or at another grain', async () => {
    const where = { department: ['ward-4b'] };
    const running = await points({ where, to: '2026-11-23' });
    expect(running.map(({ value, signal }) => ({ value, signal }))).toEqual([
      { value: 60, signal: 'concern' },
      { value: 20, signal: null },
    ]);
    const cut = await points({ where, from: '2026-11-10' });
    expect(cut.map(({ signal, limits }) => ({ signal, limits }))).toEqual([{ signal: null, limits: null }]);
    const day = await points({ where, grain: 'total' });
    expect(day.map(({ signal, limits }) => ({ signal, limits }))).toEqual([{ signal: null, limits: null }]);
  });

  it('needs twelve weeks of baseline', async () => {
    expect(of(await points({ by: ['department'] }), 'hillcrest-pharmacy')).toMatchObject({
      n: 50,
      signal: null,
      limits: null,
    });
  });

  it('of a score that would give another away is not told, nor its limits', async () => {
    expect(of(await points({ by: ['department'] }), 'riverside-general')).toMatchObject({
      value: null,
      n: null,
      withheld: 'would-reveal-few',
      limits: null,
    });
  });

  it('of a withheld score is told only where a longer period rests on enough answers, and without limits', async () => {
    expect(of(await points({ by: ['department'] }), 'riverside-pharmacy')).toMatchObject({
      value: null,
      n: null,
      withheld: 'fewer-than-minimum',
      signal: 'concern',
      limits: null,
    });
    const first = await points({ where: { department: ['riverside-pharmacy'] }, from: '2026-08-17', to: '2026-08-24' });
    expect(first).toEqual([expect.objectContaining({ withheld: 'fewer-than-minimum', signal: null, limits: null })]);
  });
});

describe('the change of a week', () => {
  it('carries what was compared, the difference with its interval, and the word', async () => {
    const { change } = of(await points({ by: ['department'], compare: 'previous' }), 'ward-4b');
    const expected = differenceOfShares({ successes: 30, n: 50 }, { successes: 45, n: 50 });
    expect(change).toEqual({
      from: '2026-11-02',
      to: '2026-11-09',
      value: 90,
      n: 50,
      difference: -30,
      low: expect.closeTo(100 * (expected?.low ?? NaN), 9),
      high: expect.closeTo(100 * (expected?.high ?? NaN), 9),
      method: 'wilson95',
      withheld: null,
      verdict: 'worse',
      pValue: expect.closeTo(expected?.pValue ?? NaN, 9),
      moreReplies: null,
    });
  });

  it('is no detectable change where chance explains it', async () => {
    expect(of(await points({ by: ['department'], compare: 'previous' }), 'medicine').change).toMatchObject({
      difference: 2,
      verdict: 'no-detectable-change',
    });
  });

  it('tells nothing of a withheld score', async () => {
    expect(of(await points({ by: ['department'], compare: 'previous' }), 'riverside-pharmacy').change).toMatchObject({
      value: null,
      n: null,
      difference: null,
      low: null,
      high: null,
      verdict: 'too-few',
      pValue: null,
      moreReplies: null,
    });
  });

  it('against a year before goes back 52 weeks', async () => {
    expect(of(await points({ by: ['department'], compare: 'year' }), 'ward-4b').change).toMatchObject({
      from: '2025-11-10',
      to: '2025-11-17',
      value: 92,
    });
  });

  it('is judged together with all others of the answer', async () => {
    await fill('hillcrest-general', [
      [34, 50],
      [43, 50],
    ]);
    const alone = await points({ where: { department: ['hillcrest-general'] }, compare: 'previous' });
    expect(alone[0]?.change?.verdict).toBe('better');
    const among = await points({
      by: ['department'],
      from: '2026-06-01',
      compare: 'previous',
    });
    expect(of(among, 'hillcrest-general').change).toMatchObject({ difference: 18, verdict: 'too-few' });
  });
});

describe('complaints', () => {
  beforeAll(async () => {
    const days: [string, Partial<Record<keyof typeof COMPLAINT_SLOTS, number>>][] = [
      ['2026-03-02', { opened: 20 }],
      ['2026-11-09', { opened: 3, closed: 5 }],
      ['2026-11-12', { opened: 1, reopened: 2, answerDue: 4, answeredInTime: 3 }],
      ['2026-11-16', { closed: 1, answerDue: 2, answeredInTime: 2 }],
      [TODAY, { answerDue: 5, answeredInTime: 1 }],
    ];
    const counted = days.map(([on, added]): [string, number[]] => {
      const counts = new Array<number>(COMPLAINT_SLOT_COUNT).fill(0);
      for (const [slot, n] of Object.entries(added)) counts[COMPLAINT_SLOTS[slot as keyof typeof COMPLAINT_SLOTS]] = n;
      return [on, counts];
    });
    await count(COMPLAINT_CELL, 'ward-4b', [1, 2, 3, 0], counted);
  });

  it('open add up from the beginning of the data, reopened ones included', async () => {
    const all = await points({ metrics: ['complaints-open'], from: '2026-11-02', to: '2026-11-23' });
    expect(all.map(({ at, value, n }) => ({ at, value, n }))).toEqual([
      { at: '2026-W45', value: 20, n: 20 },
      { at: '2026-W46', value: 21, n: 21 },
      { at: '2026-W47', value: 20, n: 20 },
    ]);
  });

  it('open are compared by what came and went in between', async () => {
    const [open] = await points({ metrics: ['complaints-open'], compare: 'previous' });
    expect(open?.change).toMatchObject({
      from: '2026-11-02',
      to: '2026-11-09',
      value: 20,
      n: 20,
      difference: 1,
      verdict: 'no-detectable-change',
    });
  });

  it('due today are not judged before the day is over', async () => {
    const [due] = await points({
      metrics: ['complaints-answered-in-time'],
      from: '2026-11-09',
      to: '2026-11-23',
      grain: 'total',
    });
    expect(due).toMatchObject({ value: (100 * 5) / 6, n: 6 });
    const [running] = await points({
      metrics: ['complaints-answered-in-time'],
      from: TODAY,
      to: '2026-11-23',
      grain: 'total',
    });
    expect(running).toMatchObject({ value: null, n: 0 });
  });

  it('of a running week are compared with as much of the week before', async () => {
    const [running] = await points({
      metrics: ['complaints-opened'],
      from: '2026-11-16',
      to: '2026-11-23',
      compare: 'previous',
    });
    expect(running?.change).toMatchObject({ from: '2026-11-09', to: '2026-11-12', value: 3 });
  });
});

it('compares every metric of the catalogue without failing', async () => {
  for (const grain of ['week', 'month', 'total'] as const) {
    const { answers } = await app.ask({
      metrics: METRICS.slice(0, 20).map(({ code }) => code),
      from: '2026-08-03',
      to: '2026-11-23',
      grain,
      by: ['department'],
      compare: 'year',
    });
    expect(answers).toHaveLength(20);
    for (const { points: all } of answers) expect(all.every(({ change }) => change !== null)).toBe(true);
  }
});
