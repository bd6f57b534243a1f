import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AskingApp, openAskingApp } from './asking-app.ts';

let app: AskingApp;

beforeAll(async () => {
  app = await openAskingApp('2026-11-18');
  await app.take('survey-responses', [
    {
      externalId: '1',
      department: 'ward-4b',
      respondedAt: '2026-10-07T10:00:00Z',
      language: 'fr',
      csat: 4,
      scores: { care: 4 },
    },
  ]);
}, 60_000);

afterAll(() => app.close());

const QUESTION = { metrics: ['csat'], from: '2026-10-05', to: '2026-11-16', grain: 'week' };
const MARK = { metric: 'csat', from: '2026-10-05', to: '2026-11-16' };

describe('a question is refused', () => {
  it.each<[string, object, (string | RegExp)[]]>([
    [
      'for an unknown metric',
      { metrics: ['csat', 'happiness'] },
      [/^metrics: "happiness" is not a metric; use one of responses, csat, /],
    ],
    ['without a metric', { metrics: [] }, ['metrics must name at least one metric']],
    ['for a metric named twice', { metrics: ['csat', 'csat'] }, ['metrics names the same metric twice']],
    ['for a date in another form', { from: '5.10.2026' }, ['from must be a date like 2026-10-05']],
    [
      'for a date that is not in the calendar',
      { to: '2026-02-30' },
      ['to must be a real date: 2026-02-30 is not in the calendar'],
    ],
    [
      'for an inverted span',
      { from: '2026-11-16', to: '2026-10-05' },
      ['from must be before to (to is the first date left out): 2026-11-16 is not before 2026-10-05'],
    ],
    [
      'for an empty span',
      { to: '2026-10-05' },
      ['from must be before to (to is the first date left out): 2026-10-05 is not before 2026-10-05'],
    ],
    [
      'for more than 3,700 days',
      { from: '2016-01-01', to: '2026-10-05', grain: 'total' },
      ['from and to may lie at most 3,700 days apart: these are 3,930'],
    ],
    [
      'for more than 1,000 periods',
      { from: '2023-01-01', to: '2026-10-05', grain: 'day' },
      ['from and to may hold at most 1,000 periods: these are 1,373; ask for a longer grain'],
    ],
    ['for an unknown grain', { grain: 'decade' }, ['grain must be one of day, week, month, quarter, total']],
    ['for an unknown dimension in by', { by: ['colour'] }, [/^by may name site, department, /]],
    ['for three dimensions', { by: ['site', 'channel', 'language'] }, ['by may name at most two dimensions']],
    ['for the same dimension twice', { by: ['site', 'site'] }, ['by names the same dimension twice']],
    [
      'for a dimension the metric does not have',
      { by: ['wait-kind'] },
      ['by: wait-kind is not a dimension of csat; it has site, department, touchpoint, channel, language'],
    ],
    [
      'for a filter the metric does not have',
      { metrics: ['waits'], where: { touchpoint: ['care'] } },
      ['where: touchpoint is not a dimension of waits; it has site, department, wait-kind, channel'],
    ],
    [
      'for an unknown dimension in where',
      { where: { colour: ['red'] } },
      [/^where: "colour" is not a dimension; use one of site, /],
    ],
    ['for a where that is a list', { where: ['site'] }, ['where must be an object such as {"site": ["riverside"]}']],
    [
      'for a filter that is not a list',
      { where: { site: 'riverside' } },
      ['where.site must be a list of codes, such as ["a", "b"]'],
    ],
    [
      'for an empty filter',
      { where: { site: [] } },
      ['where.site must name at least one value; leave it out to keep all'],
    ],
    [
      'for an unknown site',
      { where: { site: ['riverside', 'seaside'] } },
      ['where.site: "seaside" is not known; use one of hillcrest, riverside'],
    ],
    [
      'for an unknown department',
      { where: { department: ['ward-9'] } },
      [
        'where.department: "ward-9" is not known; use one of hillcrest-general, hillcrest-pharmacy, medicine, riverside-general, riverside-pharmacy, ward-4b',
      ],
    ],
    [
      'for an unknown touchpoint',
      { where: { touchpoint: ['lobby'] } },
      [/^where.touchpoint: "lobby" is not known; use one of discovery, /],
    ],
    [
      'for scores at no touchpoint',
      { where: { touchpoint: ['unknown'] } },
      ['where.touchpoint: "unknown" does not apply to csat, only to complaints'],
    ],
    [
      'for an unknown channel',
      { where: { channel: ['pigeon'] } },
      [/^where.channel: "pigeon" is not known; use one of sms, .*unknown$/],
    ],
    [
      'for a language nobody answered in',
      { where: { language: ['fr', 'tlh'] } },
      ['where.language: "tlh" is not known; use one of en, vi, th, lt, ur, und, fr'],
    ],
    ['for a code that is not a text', { where: { site: [7] } }, [/^where.site: "7" is not known/]],
    ['for an unknown comparison', { compare: 'last-week' }, ['compare must be one of previous, year']],
    ['for a field that does not exist', { metric: 'csat' }, ['property metric should not exist']],
    [
      'with everything that is wrong with it',
      { metrics: ['happiness'], from: '2026-02-30', where: { site: ['seaside'] } },
      [/^metrics: "happiness"/, /^from must be a real date/, /^where.site: "seaside"/],
    ],
  ])('%s', async (_, change, messages) => {
    const { status, message } = await app.refusal('metrics', { ...QUESTION, ...change });
    expect(status).toBe(400);
    expect(message).toEqual(messages.map((said) => (typeof said === 'string' ? said : expect.stringMatching(said))));
  });

  it('for other kinds of values of waits, complaints and reviews', async () => {
    const said = async (metrics: string[], where: object) =>
      (await app.refusal('metrics', { ...QUESTION, metrics, where })).message;
    expect(await said(['waits'], { 'wait-kind': ['queue'] })).toEqual([
      'where.wait-kind: "queue" is not known; use one of arrival-to-seen, call-to-answer, message-to-reply, result, bill, unknown',
    ]);
    expect(await said(['complaints-opened'], { subject: ['noise'], severity: ['mild'] })).toEqual([
      expect.stringMatching(/^where.subject: "noise" is not known; use one of waiting, /),
      'where.severity: "mild" is not known; use one of low, medium, high, critical, unknown',
    ]);
    expect(await said(['reviews'], { platform: ['myspace'] })).toEqual([
      expect.stringMatching(/^where.platform: "myspace" is not known; use one of google, /),
    ]);
  });

  it('in few words, however long the value', async () => {
    const { message } = await app.refusal('metrics', { ...QUESTION, metrics: ['x'.repeat(5_000)] });
    expect(message[0]).toMatch(/^metrics: "x{60}…" is not a metric/);
  });
});

it('refuses an answer of more than 50,000 points', async () => {
  const days = Array.from({ length: 60 }, (_, index) => ({
    externalId: `p${index}`,
    department: ['ward-4b', 'medicine', 'hillcrest-pharmacy', 'riverside-pharmacy'][index % 4],
    respondedAt: '2026-10-07T10:00:00Z',
    language: `x${String.fromCharCode(97 + (index % 20))}`,
    csat: 3,
  }));
  await app.take('survey-responses', days);
  const { status, message } = await app.refusal('metrics', {
    metrics: ['csat', 'mean-score', 'top-box'],
    from: '2024-03-01',
    to: '2026-11-16',
    grain: 'day',
    by: ['department', 'language'],
  });
  expect(status).toBe(400);
  expect(message).toEqual([
    expect.stringMatching(/^An answer may hold at most 50,000 points: this one has \d+,\d{3}; ask for a longer grain/),
  ]);
});

describe('a list of records is refused', () => {
  it.each<[string, object, (string | RegExp)[]]>([
    [
      'for an unknown metric',
      { metric: 'happiness' },
      [/^metric: "happiness" is not a metric; use one of responses, csat, /],
    ],
    ['for an inverted span', { to: '2026-10-01' }, [/^from must be before to/]],
    [
      'for a date that is not in the calendar',
      { to: '2026-11-31' },
      ['to must be a real date: 2026-11-31 is not in the calendar'],
    ],
    [
      'for a filter the metric does not have',
      { where: { platform: ['google'] } },
      [/^where: platform is not a dimension of csat/],
    ],
    [
      'for an unknown value',
      { where: { site: ['seaside'] } },
      ['where.site: "seaside" is not known; use one of hillcrest, riverside'],
    ],
    [
      'for an empty filter',
      { where: { site: [] } },
      ['where.site must name at least one value; leave it out to keep all'],
    ],
    ['for a cursor of its own making', { cursor: 'MjAyNg' }, ['cursor must be the next value of an earlier page']],
    ['for words that are neither', { withWords: 'yes' }, ['withWords must be true or false']],
    ['for a page of none', { limit: 0 }, ['limit must be at least 1']],
    ['for a page too large', { limit: 201 }, ['limit must be at most 200']],
  ])('%s', async (_, change, messages) => {
    const { status, message } = await app.refusal('records', { ...MARK, ...change });
    expect(status).toBe(400);
    expect(message).toEqual(messages.map((said) => (typeof said === 'string' ? said : expect.stringMatching(said))));
  });
});
