import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../apps/api/src/database/database.ts';
import type { Scope } from '../../apps/api/src/database/scope.ts';
import { MetricsService } from '../../apps/api/src/metrics/metrics.service.ts';
import { RecordsService } from '../../apps/api/src/records/records.service.ts';
import { type AskingApp, openAskingApp, SCOPE } from './asking-app.ts';

const SPAN = { from: '2026-10-05', to: '2026-10-12' };
let app: AskingApp;
let own: Scope;

beforeAll(async () => {
  app = await openAskingApp('2026-11-18');
  const rows = (department: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      externalId: `${department}-${index}`,
      department,
      respondedAt: '2026-10-07T10:00:00Z',
      csat: 5,
    }));
  await app.take('survey-responses', [
    ...rows('ward-4b', 12),
    ...rows('medicine', 30),
    ...rows('hillcrest-pharmacy', 40),
  ]);
  const [ward] = await app.app
    .get(Database)
    .inScope(SCOPE, ({ query }) => query<{ id: string }>(`select id from department where code = 'ward-4b'`));
  own = { ...SCOPE, departmentIds: [ward?.id ?? ''] };
}, 60_000);

afterAll(() => app.close());

describe('who may see one department', () => {
  const count = async (question: object) => {
    const { answers } = await app.app
      .get(MetricsService)
      .answer(own, { metrics: ['responses'], ...SPAN, grain: 'total', ...question });
    return answers[0]?.points.map(({ by, value }) => ({ by, value }));
  };

  it('is answered about that one alone', async () => {
    expect(await count({})).toEqual([{ by: {}, value: 12 }]);
    expect(await count({ by: ['department'] })).toEqual([{ by: { department: 'ward-4b' }, value: 12 }]);
    expect(await count({ where: { site: ['riverside'] } })).toEqual([{ by: {}, value: 12 }]);
  });

  it('does not learn that there are others', async () => {
    await expect(count({ where: { department: ['medicine'] } })).rejects.toMatchObject({
      response: { message: ['where.department: "medicine" is not known; use one of ward-4b'] },
    });
    await expect(count({ where: { site: ['hillcrest'] } })).rejects.toMatchObject({
      response: { message: ['where.site: "hillcrest" is not known; use one of riverside'] },
    });
  });

  it('is shown records of that one alone', async () => {
    const { rows, total } = await app.app.get(RecordsService).find(own, { metric: 'csat', ...SPAN }, 'read');
    expect(total).toBe(12);
    expect(new Set(rows.map(({ department }) => department))).toEqual(new Set(['ward-4b']));
    expect(rows).toHaveLength(12);
  });
});
