import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditPageDto } from '#contracts/audit.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { ROLES } from '#domain/role.ts';
import { signedIn } from '../app/signed-in.ts';
import { injectAs } from '../app/test-app.ts';
import { type AskingApp, openAskingApp } from './asking-app.ts';
import { readTable } from './read-table.ts';

let app: AskingApp;

const SPAN = { from: '2026-10-05', to: '2026-10-19' };
const BY_DEPARTMENT: MetricsQueryDto = { metrics: ['csat', 'nps'], ...SPAN, grain: 'week', by: ['department'] };
const IN_ALL: MetricsQueryDto = { metrics: ['responses'], ...SPAN, grain: 'total' };

beforeAll(async () => {
  app = await openAskingApp('2026-11-18');
  const answers = (department: string, day: string, many: number) =>
    Array.from({ length: many }, (_, index) => ({
      externalId: `${department}-${day}-${index}`,
      ...{ department, respondedAt: `2026-10-${day}T05:00:00Z`, csat: 1 + (index % 5), nps: index % 8 },
    }));
  await app.take('survey-responses', [
    ...answers('ward-4b', '07', 23),
    ...answers('ward-4b', '14', 31),
    ...answers('riverside-pharmacy', '07', 3),
    ...answers('hillcrest-pharmacy', '14', 40),
  ]);
}, 60_000);

afterAll(() => app.close());

const take = (payload: object, inject = app.inject) =>
  inject({ method: 'POST', url: '/api/v1/metrics/export', payload });

async function exported(questions: MetricsQueryDto[], words: Record<string, string> = {}) {
  const answer = await take({ questions, words });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  const [head = [], ...lines] = readTable(answer.body);
  return {
    answer,
    head,
    lines: lines.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index]]))),
  };
}

const trail = async () => {
  const answer = await app.inject({ method: 'GET', url: '/api/v1/audit?action=numbers.&limit=200' });
  return answer.json<AuditPageDto>().rows;
};

describe('numbers that are taken along', () => {
  it('are those of the page, and the same ones are withheld', async () => {
    const { lines } = await exported([BY_DEPARTMENT, IN_ALL]);
    const asked = [...(await app.ask(BY_DEPARTMENT)).answers, ...(await app.ask(IN_ALL)).answers];
    const text = (value: number | string | null) => (value === null ? '' : String(value));
    expect(lines).toEqual(
      asked.flatMap(({ metric, unit, points }) =>
        points.map(({ at, from, by, value, low, high, n, signal, withheld, provisional, expectedShare }) => ({
          ...{ metric, department: by['department'] ?? '', period: at, from, unit },
          through: at === '2026-W41' ? '2026-10-11' : '2026-10-18',
          ...{ value: text(value), low: text(low), high: text(high), n: text(n) },
          ...{ signal: text(signal), withheld: text(withheld) },
          ...{ provisional: provisional ? 'yes' : 'no', expected_share: text(expectedShare) },
        })),
      ),
    );
    expect(new Set(lines.map(({ withheld }) => withheld !== ''))).toEqual(new Set([true, false]));
    for (const { withheld, value, low, high } of lines) if (withheld) expect([value, low, high]).toEqual(['', '', '']);
  });

  it('say which of them are provisional, and in the words of whoever reads them', async () => {
    const running = { ...IN_ALL, from: '2026-11-16', to: '2026-11-19', grain: 'week' as const };
    const { lines } = await exported([running, IN_ALL], { 'provisional/yes': 'negalutinis' });
    expect(lines.map(({ provisional, expected_share }) => [provisional, expected_share])).toEqual([
      ['negalutinis', ''],
      ['no', ''],
    ]);
  });

  it('are a file of UTF-8 with its mark, named in the words of whoever reads it', async () => {
    const words = { 'column/metric': 'Rodiklis', 'metric/csat': 'Pasitenkinimas', 'department/ward-4b': '4B skyrius' };
    const { answer, head, lines } = await exported([{ ...BY_DEPARTMENT, metrics: ['csat'] }], words);
    expect([...answer.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="numbers.csv"');
    expect(head[0]).toBe('Rodiklis');
    expect(lines[0]).toMatchObject({ Rodiklis: 'Pasitenkinimas' });
    expect(lines.map(({ department }) => department)).toContain('4B skyrius');
    expect(lines.map(({ department }) => department)).toContain('riverside-pharmacy');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('hold no formula: %j', async (word) => {
    const { lines } = await exported([BY_DEPARTMENT], { 'department/ward-4b': word });
    const names = lines.map(({ department }) => department ?? '');
    expect(names).toContain(`'${word}`);
    expect(names.filter((name) => /^[=+\-@\t\r]/.test(name))).toEqual([]);
  });

  it('keep a negative number a number', async () => {
    const { lines } = await exported([{ ...BY_DEPARTMENT, metrics: ['nps'] }]);
    expect(lines.some(({ value }) => Number(value) < 0)).toBe(true);
  });

  it('are on the trail with what was asked, and not with what the reader calls it', async () => {
    const before = (await trail()).length;
    const { lines } = await exported([BY_DEPARTMENT, IN_ALL], { 'metric/csat': 'Zwetschge' });
    const rows = await trail();
    expect(rows).toHaveLength(before + 1);
    expect(rows[0]).toMatchObject({
      ...{ action: 'numbers.exported', actorName: 'Rasa Test', records: [] },
      details: { questions: [BY_DEPARTMENT, IN_ALL], points: lines.length },
    });
    expect(JSON.stringify(rows)).not.toContain('Zwetschge');
  });

  it('that are refused leave no event', async () => {
    const before = (await trail()).length;
    const wrong = [{ ...IN_ALL, where: { department: ['My father'] } }];
    const refused = await Promise.all([
      take({ questions: wrong, words: {} }),
      take({ questions: [], words: {} }),
      take({ questions: [IN_ALL], words: { 'metric/csat': 4 } }),
      take({ questions: [IN_ALL], words: { 'metric/csat': 'x'.repeat(201) } }),
      take({ questions: [IN_ALL, 'x'], words: {} }),
      take({ questions: [IN_ALL] }),
    ]);
    expect(refused.map(({ statusCode }) => statusCode)).toEqual(refused.map(() => 400));
    expect(await trail()).toHaveLength(before);
  });

  it('are those of one’s own departments for a head of some', async () => {
    const [ward] = await app.database.inScope(
      { organisationId: '0bed51de-0000-4000-8000-000000000001', departmentIds: 'all' },
      ({ query }) => query<{ id: string }>(`select id from department where code = 'ward-4b'`),
    );
    const head = await signedIn(app.app, { role: 'department-head', departmentIds: [ward?.id ?? ''] });
    const answer = await take({ questions: [BY_DEPARTMENT], words: {} }, injectAs(app.app, head));
    expect(answer.statusCode).toBe(200);
    expect(
      new Set(
        readTable(answer.body)
          .slice(1)
          .map(([, department]) => department),
      ),
    ).toEqual(new Set(['ward-4b']));
  });
});

it('numbers and records are taken along by those alone who may', async () => {
  const statuses: Record<string, number[]> = {};
  for (const role of ROLES) {
    const inject = injectAs(app.app, await signedIn(app.app, { role }));
    const mark = { metric: 'csat', ...SPAN };
    const answers = [
      await take({ questions: [IN_ALL], words: {} }, inject),
      await inject({ method: 'POST', url: '/api/v1/records/export', payload: mark }),
    ];
    statuses[role] = answers.map(({ statusCode }) => statusCode);
  }
  expect(statuses).toEqual({
    administrator: [200, 200],
    'quality-manager': [200, 200],
    'department-head': [200, 200],
    staff: [403, 403],
    auditor: [403, 403],
  });
});
