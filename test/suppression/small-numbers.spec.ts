import { jest, afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MetricsAnswerDto } from '#contracts/metric-answer.dto.ts';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { send } from '../ingest/lakeside.ts';
import { Knowledge, type Region, regionOf } from './knowledge.ts';
import { DATES, questionsOfAttacker } from './questions.ts';
import { CHANNELS, DEPARTMENTS, smallHospital, STRUCTURE, TODAY } from './small-hospital.ts';

const MINIMUM = 10;
/** As many of the questions show what carelessness gives away. */
const ENOUGH_TO_SHOW = 30;

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
  let app: TestApp;

  beforeAll(async () => {
    app = await openTestApp();
    jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(Date.parse(`${TODAY}T05:00:00Z`));
    await app.inject({ method: 'PUT', url: '/api/v1/organisation/structure', payload: STRUCTURE });
    for (let first = 0; first < answers.length; first += 5_000) {
      const outcome = await send(app, 'survey-responses', answers.slice(first, first + 5_000));
      if (outcome.status !== 200 || outcome.quarantined !== 0) throw new Error(JSON.stringify(outcome));
    }
    const questions = questionsOfAttacker().filter((_, index) => index % every === 0);
    for (const [index, question] of questions.entries()) {
      const answer = await app.inject({ method: 'POST', url: '/api/v1/metrics/query', payload: question });
      if (answer.statusCode !== 200) throw new Error(`${JSON.stringify(question)}: ${answer.body}`);
      const points = answer.json<MetricsAnswerDto>().answers[0]?.points ?? [];
      told.learnAnswer(question, points);
      shown += points.filter(({ value }) => value !== null).length;
      for (const { by, from, to } of index < ENOUGH_TO_SHOW ? points : []) {
        const region = { ...regionOf(question, by), from, to };
        const n = careless.count(region);
        if (!isSmall(n)) careless.learn(region, n);
      }
    }
  }, 240_000);

  afterAll(() => app.close());

  it('something is told', () => {
    expect(shown).toBeGreaterThan(200);
  });

  it('nothing small follows from all that is told', () => {
    expect(told.recovered(askable(), isSmall, 5)).toEqual([]);
  });

  it('much would follow if only what is small itself were withheld', () => {
    expect(careless.recovered(askable(), isSmall, 100)).toHaveLength(100);
  });
});
