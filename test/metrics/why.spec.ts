import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WhyAnswerDto, WhyQueryDto } from '#contracts/why.dto.ts';
import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import { SURVEY_SLOTS, touchpointOffset } from '#metrics/survey-counts.ts';
import { applyCells } from '../../apps/api/src/rollups/apply-cells.ts';
import { SURVEY_RESPONSE_CELL } from '../../apps/api/src/rollups/cell-table.ts';
import { type AskingApp, openAskingApp, SCOPE } from './asking-app.ts';

/** A Wednesday; four whole weeks end on Monday the 16th. */
const TODAY = '2026-11-18';
const CHANGED = '2026-10-19';
const SPAN = { from: CHANGED, to: '2026-11-16' };
const WEEKS = 30;
let app: AskingApp;

interface Weekly {
  /** Promoters, passives, detractors. */
  nps: [number, number, number];
  /** Satisfied and others. */
  csat: [number, number];
  /** The same of the first two touchpoints. */
  touchpoints?: [number, number][];
}

/** Answers of each week before the last four, and of each of these. */
async function fill(department: string, before: Weekly, lately: Weekly, channel = 1): Promise<void> {
  const cells = Array.from({ length: WEEKS }, (_, week) => {
    const onDate = dateOf(dayNumberOf(SPAN.to) - 7 * (WEEKS - week));
    return { onDate, counts: countsOf(onDate < CHANGED ? before : lately) };
  });
  await app.database.inScope(SCOPE, async (transaction) => {
    const [found] = await transaction.query<{ id: string }>('select id from department where code = $1', [department]);
    const key = { departmentId: found?.id ?? '', keys: [channel, 'vi'] };
    await applyCells(
      transaction,
      SURVEY_RESPONSE_CELL,
      cells.map((cell) => ({ ...key, ...cell })),
    );
  });
}

function countsOf({ nps, csat, touchpoints = [] }: Weekly): number[] {
  const counts = new Array<number>(touchpointOffset(touchpoints.length + 1)).fill(0);
  counts[SURVEY_SLOTS.responses] = csat[0] + csat[1];
  [counts[SURVEY_SLOTS.nps + 9], counts[SURVEY_SLOTS.nps + 7], counts[SURVEY_SLOTS.nps]] = nps;
  [counts[SURVEY_SLOTS.csat + 4], counts[SURVEY_SLOTS.csat]] = csat;
  touchpoints.forEach(([satisfied, others], index) => {
    counts[touchpointOffset(index + 1) + 4] = satisfied;
    counts[touchpointOffset(index + 1)] = others;
  });
  return counts;
}

const why = async (asked: Partial<WhyQueryDto>): Promise<WhyAnswerDto> => {
  const payload = { metric: 'nps', by: 'department', ...SPAN, ...asked };
  const answer = await app.inject({ method: 'POST', url: '/api/v1/metrics/why', payload });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<WhyAnswerDto>();
};

const refusal = async (asked: Record<string, unknown>): Promise<unknown> => {
  const payload = { metric: 'nps', by: 'department', ...SPAN, ...asked };
  const answer = await app.inject({ method: 'POST', url: '/api/v1/metrics/why', payload });
  return [answer.statusCode, [answer.json<{ message: string | string[] }>().message].flat()];
};

const inOrder = ({ groups }: WhyAnswerDto) =>
  groups.toSorted((one, other) => ((one.code ?? '') < (other.code ?? '') ? -1 : 1));

const sumOf = ({ groups }: WhyAnswerDto): number =>
  groups.reduce((sum, { within, mix }) => sum + within.value + mix.value, 0);

beforeAll(async () => {
  app = await openAskingApp(TODAY);
  // NPS of everybody falls: Medicine falls from 40 to 25, and more answers come from Hillcrest, where it is −20.
  await fill(
    'medicine',
    { nps: [60, 20, 20], csat: [90, 10], touchpoints: [[80, 20]] },
    { nps: [30, 15, 15], csat: [40, 20], touchpoints: [[30, 30]] },
  );
  await fill(
    'hillcrest-pharmacy',
    {
      nps: [20, 40, 40],
      csat: [80, 20],
      touchpoints: [
        [0, 0],
        [60, 40],
      ],
    },
    {
      nps: [28, 56, 56],
      csat: [112, 28],
      touchpoints: [
        [0, 0],
        [84, 56],
      ],
    },
    2,
  );
  // Two or three a week answer the question about satisfaction at the pharmacy, none the other.
  await fill('riverside-pharmacy', { nps: [0, 0, 0], csat: [2, 1] }, { nps: [0, 0, 0], csat: [1, 1] });
  await fill('ward-4b', { nps: [0, 0, 0], csat: [30, 10] }, { nps: [0, 0, 0], csat: [30, 10] });
}, 60_000);

afterAll(() => app.close());

it('splits the fall of NPS into what happened in Medicine and what came of the mix', async () => {
  const answer = await why({});
  expect(answer).toMatchObject({
    then: { from: '2026-09-21', to: CHANGED, value: 10, n: 800, withheld: null },
    now: { value: -6.5, n: 800, withheld: null },
    change: { value: -16.5, verdict: 'worse', method: 'recovered95' },
    within: { value: expect.closeTo(-6, 9), method: 'delta95' },
    mix: { value: expect.closeTo(-10.5, 9) },
    remainder: 0,
    tests: 6,
    withheld: null,
    provisional: false,
  });
  expect(inOrder(answer)).toMatchObject([
    { code: 'hillcrest-pharmacy', within: { value: 0, verdict: 'no-detectable-change' } },
    {
      code: 'medicine',
      then: { value: 40, n: 400, share: 50 },
      now: { value: 25, n: 240, share: 30 },
      within: { value: expect.closeTo(-6, 9), verdict: 'worse', method: 'profile-likelihood95' },
      mix: { value: expect.closeTo(-6.15, 9), verdict: 'worse' },
    },
  ]);
  expect(sumOf(answer)).toBeCloseTo(answer.change?.value ?? NaN, 9);
});

it.each(['site', 'channel', 'language'] as const)('splits by %s what is the same change', async (by) => {
  const answer = await why({ by });
  expect(answer.change?.value).toBe(-16.5);
  expect(sumOf(answer)).toBeCloseTo(-16.5, 9);
});

it('compares with any other period, and finds nothing between two like ones', async () => {
  const { change, groups } = await why({
    to: '2026-10-19',
    from: '2026-09-21',
    against: { from: '2026-08-03', to: '2026-08-31' },
  });
  expect(change).toMatchObject({ value: 0, verdict: 'no-detectable-change' });
  expect(groups.map(({ within, mix }) => [within.value, mix.value])).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

it('puts together whom it may not tell apart', async () => {
  const { groups, change, remainder, ...answer } = await why({ metric: 'csat' });
  expect(groups.map(({ code }) => code).toSorted()).toEqual(['hillcrest-pharmacy', 'medicine', null]);
  const others = groups.at(-1);
  expect(others?.code).toBeNull();
  expect(others?.members.toSorted()).toEqual(['riverside-pharmacy', 'ward-4b']);
  // 40 and 3 a week, then 40 and 2.
  expect(others).toMatchObject({ then: { n: 172 }, now: { n: 168 } });
  expect(remainder).toBe(0);
  expect(sumOf({ ...answer, groups, change, remainder })).toBeCloseTo(change?.value ?? NaN, 9);
});

it('withholds a split that would tell a small department from its neighbour', async () => {
  const answer = await why({ metric: 'csat', where: { department: ['riverside-pharmacy', 'ward-4b'] } });
  expect(answer).toMatchObject({ withheld: 'would-reveal-few', groups: [], within: null, tests: 0 });
  expect(answer.change).not.toBeNull();
});

it('withholds everything where the score itself is', async () => {
  const answer = await why({ metric: 'csat', where: { department: ['riverside-pharmacy'] } });
  expect(answer).toMatchObject({ now: { value: null, n: null }, change: null, groups: [] });
  expect(answer.withheld).not.toBeNull();
});

it('takes touchpoints together, with intervals as wide as if one patient’s scores moved together', async () => {
  const answer = await why({ metric: 'csat', by: 'touchpoint' });
  expect(answer.groups).toHaveLength(2);
  expect(answer).toMatchObject({ change: { method: 'delta95' }, leftOut: [], remainder: 0 });
  // 80 and 60 of 100 each, then 30 of 60 and 84 of 140.
  expect(answer.change?.value).toBeCloseTo(57 - 70, 9);
  expect(sumOf(answer)).toBeCloseTo(-13, 9);
});

describe('where there is nothing to split', () => {
  it.each([
    ['before the data began', { from: '2020-01-06', to: '2020-02-03' }],
    ['against nobody', { against: { from: '2020-01-06', to: '2020-02-03' } }],
  ])('%s', async (_, asked) => {
    const answer = await why(asked);
    expect(answer).toMatchObject({ change: null, within: null, mix: null, groups: [], remainder: 0, withheld: null });
  });
});

it.each([
  ['another metric', { metric: 'effort' }, ['metric must be one of csat, nps']],
  [
    'a dimension it lacks',
    { by: 'touchpoint' },
    ['by: touchpoint is not a dimension of nps; it has site, department, channel, language'],
  ],
  [
    'two periods to compare with',
    { compare: 'year', against: { from: '2026-08-03', to: '2026-08-31' } },
    ['against and compare exclude each other: send one of them'],
  ],
  [
    'periods that overlap',
    { against: { from: '2026-10-12', to: '2026-10-26' } },
    ['against must not overlap the period from–to: choose dates that lie before or after it'],
  ],
  [
    'an impossible other period',
    { against: { from: '2026-08-31', to: '2026-08-03' } },
    ['against: from must be before to (to is the first date left out): 2026-08-31 is not before 2026-08-03'],
  ],
])('refuses %s', async (_, asked, message) => {
  expect(await refusal(asked)).toEqual([400, message]);
});
