import { jest, afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Dimension, Where } from '#contracts/dimension.ts';
import type { MetricAnswerDto, MetricPointDto, MetricsAnswerDto } from '#contracts/metric-answer.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { type SignedIn, signedIn } from '../app/signed-in.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { send } from '../ingest/lakeside.ts';
import { CountsKnowledge, type CountsRegion, regionOfCounts } from './counts-knowledge.ts';
import { COLLECTIONS, FIRST_MONTHS, monthlyHospital } from './monthly-hospital.ts';
import { DEPARTMENTS, STRUCTURE, TODAY } from './small-hospital.ts';

const MINIMUM = 10;
const AT_ONCE = 12;
const [BEGINNING = ''] = FIRST_MONTHS;
const END = FIRST_MONTHS.at(-1) ?? '';

const subsets = <Item>(items: readonly Item[]): Item[][] =>
  items.reduce<Item[][]>((all, item) => [...all, ...all.map((some) => [...some, item])], [[]]).slice(1);

function* askable(): Generator<CountsRegion> {
  for (const departments of subsets(DEPARTMENTS)) {
    for (const collections of subsets(COLLECTIONS)) {
      for (const [index, from] of FIRST_MONTHS.entries()) {
        for (const to of FIRST_MONTHS.slice(index + 1)) yield { departments, collections, from, to };
      }
    }
  }
}

const WHERES: Where[] = [
  {},
  { site: ['riverside'] },
  { site: ['hillcrest'] },
  ...DEPARTMENTS.map((department) => ({ department: [department] })),
  { department: ['ward-4b', 'riverside-pharmacy'] },
  { department: ['medicine', 'hillcrest-pharmacy'] },
  ...COLLECTIONS.map((collection) => ({ collection: [collection] })),
  { collection: ['inpatient', 'emergency'] },
  { site: ['riverside'], collection: ['emergency'] },
  { department: ['hillcrest-pharmacy'], collection: ['outpatient'] },
];
const BYS: Dimension[][] = [
  [],
  ['department'],
  ['site'],
  ['collection'],
  ['department', 'collection'],
  ['site', 'collection'],
];

const SPANS: Pick<MetricsQueryDto, 'from' | 'to' | 'grain' | 'compare'>[] = [
  { from: BEGINNING, to: END, grain: 'month', compare: 'previous' },
  { from: BEGINNING, to: END, grain: 'quarter' },
  { from: BEGINNING, to: TODAY, grain: 'total' },
  // Ends within a month, and every span of one, two, three and six months.
  { from: '2026-02-10', to: '2026-08-20', grain: 'total' },
  { from: '2026-06-01', to: '2026-07-06', grain: 'week' },
  ...[1, 2, 3, 6].flatMap((months) =>
    FIRST_MONTHS.slice(months).map((to, index) => ({ from: FIRST_MONTHS[index] ?? '', to, grain: 'total' as const })),
  ),
];

const QUESTIONS: MetricsQueryDto[] = SPANS.flatMap((span) =>
  [...WHERES.map((where) => ({ where })), ...BYS.map((by) => ({ by }))].map((rest) => ({
    metrics: ['fft-counted-positive', 'fft-response-rate'],
    ...span,
    ...rest,
  })),
);

const isSmall = (n: number): boolean => n > 0 && n < MINIMUM;

/** The second hospital is asked every fourth question. */
const HOSPITALS = [
  { seed: 20_261_118, every: 1 },
  { seed: 31_415_926, every: 4 },
];

describe.each(HOSPITALS)('counts of wards, from seed $seed', ({ seed, every }) => {
  const questions = QUESTIONS.filter((_, index) => index % every === 0);
  const rows = monthlyHospital(seed);
  const told = { answers: new CountsKnowledge(rows, 'answers'), eligible: new CountsKnowledge(rows, 'eligible') };
  const answered = new CountsKnowledge(rows, 'answersOfEligible');
  const careless = new CountsKnowledge(rows, 'answers');
  let app: TestApp;
  let shown = 0;

  async function* asked(someone: SignedIn, questions: readonly MetricsQueryDto[]) {
    for (let first = 0; first < questions.length; first += AT_ONCE) {
      const some = questions.slice(first, first + AT_ONCE);
      const answers = await Promise.all(
        some.map(async (payload) => {
          const request = { method: 'POST', url: '/api/v1/metrics/query', headers: someone, payload } as const;
          const answer = await app.app.inject(request);
          if (answer.statusCode !== 200) throw new Error(`${JSON.stringify(payload)}: ${answer.body}`);
          return answer.json<MetricsAnswerDto>().answers;
        }),
      );
      for (const [index, question] of some.entries()) yield [question, answers[index] ?? []] as const;
    }
  }

  function learn(
    question: MetricsQueryDto,
    [positive, rate]: readonly MetricAnswerDto[],
    seen: readonly string[],
  ): void {
    told.answers.learnAnswer(question, positive?.points ?? [], seen);
    told.eligible.learnAnswer(question, rate?.points ?? [], seen);
    // A rate and what it rests on let those who answered be reckoned.
    answered.learnAnswer(question, rate?.points ?? [], seen);
    if (positive?.monthlyCounts) told.answers.learnNote(question, positive.monthlyCounts, seen);
  }

  beforeAll(async () => {
    app = await openTestApp();
    jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(Date.parse(`${TODAY}T05:00:00Z`));
    await app.inject({ method: 'PUT', url: '/api/v1/organisation/structure', payload: STRUCTURE });
    const outcome = await send(app, 'survey-counts', rows);
    if (outcome.status !== 200 || outcome.quarantined !== 0) throw new Error(JSON.stringify(outcome));
    const manager = await signedIn(app.app, { role: 'quality-manager' });
    for await (const [question, answers] of asked(manager, questions)) {
      learn(question, answers, DEPARTMENTS);
      const points: readonly MetricPointDto[] = answers[0]?.points ?? [];
      shown += points.filter(({ value }) => value !== null).length;
      for (const { by, from, to } of points) {
        const region = regionOfCounts(question, by, DEPARTMENTS, { from, to });
        const n = careless.count(region);
        if (!isSmall(n)) careless.learn(region, n);
      }
    }
    const departments = await app.database.inScope(HOME_SCOPE, ({ query }) =>
      query<{ id: string; code: string }>('select id, code from department'),
    );
    for (const seen of [
      ['medicine', 'ward-4b'],
      ['ward-4b', 'hillcrest-pharmacy'],
      ['riverside-pharmacy', 'hillcrest-lab'],
    ]) {
      const departmentIds = departments.filter(({ code }) => seen.includes(code)).map(({ id }) => id);
      const head = await signedIn(app.app, { role: 'department-head', departmentIds });
      const ofHead = questions.filter(({ where = {} }) => where.department === undefined && where.site === undefined);
      for await (const [question, answers] of asked(head, ofHead)) learn(question, answers, seen);
    }
  }, 600_000);

  afterAll(() => app.close());

  it('something is told', () => expect(shown).toBeGreaterThan(100));

  it('no small number of answers follows from all that is told', () => {
    expect(told.answers.recovered(askable(), isSmall, 5)).toEqual([]);
  });

  it('nor how few answered, nor how few could', () => {
    expect(answered.recovered(askable(), isSmall, 5)).toEqual([]);
    expect(told.eligible.recovered(askable(), isSmall, 5)).toEqual([]);
  });

  it('much would follow if only what is small itself were withheld', () => {
    expect(careless.recovered(askable(), isSmall, 100)).toHaveLength(100);
  });
});
