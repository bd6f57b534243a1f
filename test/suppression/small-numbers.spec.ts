import { jest, afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MetricPointDto, MetricsAnswerDto } from '#contracts/metric-answer.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import type { WhyAnswerDto, WhyQueryDto } from '#contracts/why.dto.ts';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { type SignedIn, signedIn } from '../app/signed-in.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { send } from '../ingest/lakeside.ts';
import { Knowledge, type Region, regionOf } from './knowledge.ts';
import { DATES, questionsOfAttacker, questionsOfHead, splitsOfAttacker } from './questions.ts';
import { CHANNELS, DEPARTMENTS, smallHospital, STRUCTURE, TODAY } from './small-hospital.ts';

const MINIMUM = 10;
/** As many of the questions show what carelessness gives away. */
const ENOUGH_TO_SHOW = 30;
/** Asked at once, as a page does. */
const AT_ONCE = 12;

const subsets = <Item>(items: readonly Item[]): Item[][] =>
  items.reduce<Item[][]>((all, item) => [...all, ...all.map((some) => [...some, item])], [[]]).slice(1);

/** Whatever could be asked for, of any departments, any channels, between any two of the dates. */
function* askable(): Generator<Region> {
  for (const departments of subsets(DEPARTMENTS)) {
    for (const channels of subsets(CHANNELS)) {
      for (const [index, from] of DATES.entries()) {
        for (const to of DATES.slice(index + 1)) yield { departments, channels, from, to };
      }
    }
  }
}

const isSmall = (n: number): boolean => n > 0 && n < MINIMUM;

/** Department heads who tell each other, and a quality manager, what they were answered. */
const HEADS = [
  ['medicine', 'ward-4b'],
  ['ward-4b', 'hillcrest-pharmacy'],
  ['riverside-pharmacy', 'hillcrest-lab'],
];

/** The second hospital is asked every third question. */
const HOSPITALS = [
  { seed: 20_261_118, every: 1 },
  { seed: 31_415_926, every: 3 },
];

describe.each(HOSPITALS)('in hospital $seed', ({ seed, every }) => {
  const answers = smallHospital(seed);
  const told = new Knowledge(answers, DATES);
  const careless = new Knowledge(answers, DATES);
  let shown = 0;
  let limits = 0;
  let others = 0;
  let app: TestApp;

  /** What they are told of each question, one after the other. */
  async function* asked(
    someone: SignedIn,
    questions: readonly MetricsQueryDto[],
  ): AsyncGenerator<[MetricsQueryDto, MetricPointDto[]]> {
    for (let first = 0; first < questions.length; first += AT_ONCE) {
      const some = questions.slice(first, first + AT_ONCE);
      const told = await Promise.all(
        some.map(async (payload) => {
          const request = { method: 'POST', url: '/api/v1/metrics/query', headers: someone, payload } as const;
          const answer = await app.app.inject(request);
          if (answer.statusCode !== 200) throw new Error(`${JSON.stringify(payload)}: ${answer.body}`);
          return answer.json<MetricsAnswerDto>().answers[0]?.points ?? [];
        }),
      );
      for (const [index, question] of some.entries()) yield [question, told[index] ?? []];
    }
  }

  const splitFor = async (someone: SignedIn, payload: WhyQueryDto): Promise<WhyAnswerDto> => {
    const answer = await app.app.inject({ method: 'POST', url: '/api/v1/metrics/why', headers: someone, payload });
    if (answer.statusCode !== 200) throw new Error(`${JSON.stringify(payload)}: ${answer.body}`);
    return answer.json<WhyAnswerDto>();
  };

  beforeAll(async () => {
    app = await openTestApp();
    jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(Date.parse(`${TODAY}T05:00:00Z`));
    await app.inject({ method: 'PUT', url: '/api/v1/organisation/structure', payload: STRUCTURE });
    for (let first = 0; first < answers.length; first += 5_000) {
      const outcome = await send(app, 'survey-responses', answers.slice(first, first + 5_000));
      if (outcome.status !== 200 || outcome.quarantined !== 0) throw new Error(JSON.stringify(outcome));
    }
    const some = (questions: MetricsQueryDto[]): MetricsQueryDto[] =>
      questions.filter((_, index) => index % every === 0);

    const manager = await signedIn(app.app, { role: 'quality-manager' });
    let index = 0;
    for await (const [question, points] of asked(manager, some(questionsOfAttacker()))) {
      told.learnAnswer(question, points, DEPARTMENTS);
      shown += points.filter(({ value }) => value !== null).length;
      limits += points.filter((point) => point.limits !== null).length;
      for (const { by, from, to } of index < ENOUGH_TO_SHOW ? points : []) {
        const region = { ...regionOf(question, by, DEPARTMENTS), from, to };
        const n = careless.count(region);
        if (!isSmall(n)) careless.learn(region, n);
      }
      index += 1;
    }
    for (const question of splitsOfAttacker().filter((_, at) => at % every === 0)) {
      const split = await splitFor(manager, question);
      told.learnSplit(question, split, DEPARTMENTS);
      others += split.groups.filter(({ code }) => code === null).length;
    }
    const departments = await app.database.inScope(HOME_SCOPE, ({ query }) =>
      query<{ id: string; code: string }>('select id, code from department'),
    );
    for (const seen of HEADS) {
      const departmentIds = departments.filter(({ code }) => seen.includes(code)).map(({ id }) => id);
      const head = await signedIn(app.app, { role: 'department-head', departmentIds });
      for await (const [question, points] of asked(head, some(questionsOfHead())))
        told.learnAnswer(question, points, seen);
    }
  }, 600_000);

  afterAll(() => app.close());

  it('something is told', () => {
    expect(shown).toBeGreaterThan(200);
    expect(limits).toBeGreaterThan(100);
    expect(others).toBeGreaterThan(5);
  });

  it('nothing small follows from all that is told', () => {
    expect(told.recovered(askable(), isSmall, 5)).toEqual([]);
  });

  it('much would follow if only what is small itself were withheld', () => {
    expect(careless.recovered(askable(), isSmall, 100)).toHaveLength(100);
  });
});
