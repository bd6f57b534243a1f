import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEventDto, AuditPageDto } from '#contracts/audit.dto.ts';
import type { ComplaintDto, ComplaintsPageDto } from '#contracts/complaints.dto.ts';
import type { RecordsPageDto } from '#contracts/records.dto.ts';
import { signedIn } from '../app/signed-in.ts';
import { injectAs } from '../app/test-app.ts';
import { complaint, event, openQueue, type Queue } from '../complaints/queue.ts';
import { erase, send } from '../ingest/lakeside.ts';

const CANARY = 'Zwetschgenknödel';
const SPAN = { from: '2026-10-01', to: '2026-10-08' };

let queue: Queue;
let department: string;

beforeAll(async () => {
  queue = await openQueue();
  queue.at('2026-10-05T09:00:00Z');
  await queue.complaints(complaint('c1', { narrative: `${CANARY} in the soup`, title: CANARY, language: 'en' }));
  await send(queue, 'survey-responses', [
    { externalId: 'with', department: 'ward-4b', respondedAt: '2026-10-02T12:00:00+07:00', csat: 2, comment: CANARY },
    { externalId: 'without', department: 'ward-4b', respondedAt: '2026-10-02T13:00:00+07:00', csat: 5 },
    { externalId: CANARY, department: 'nowhere', respondedAt: '2026-10-02T13:00:00+07:00', csat: 99 },
  ]);
  const [ward] = await queue.rows<{ id: string }>(`select id from department where code = 'ward-4b'`);
  department = ward?.id ?? '';
});
afterAll(() => queue.close());

async function trail(action: string): Promise<AuditEventDto[]> {
  return (await queue.get<AuditPageDto>(`audit?action=${action}&limit=200`)).body.rows;
}

const idOf = async () => (await queue.get<ComplaintDto>('complaints/1')).body.id;

describe('complaints', () => {
  it('listed: with the ids shown and the filter, not what was searched for', async () => {
    const { body } = await queue.post<ComplaintsPageDto>('complaints/search', {
      ...{ view: 'all', department: ['ward-4b'], q: CANARY },
    });
    expect(body.rows).toHaveLength(1);
    const [listed] = await trail('complaint.listed');
    expect(listed).toMatchObject({
      actorName: 'Rasa Test',
      records: [await idOf()],
      details: { view: 'all', department: ['ward-4b'], searched: true, listed: 1 },
    });
  });

  it('listed without any: nobody’s words were shown', async () => {
    const before = (await trail('complaint.listed')).length;
    await queue.get('complaints?view=closed');
    expect(await trail('complaint.listed')).toHaveLength(before);
  });

  it('read by a department head, who reads none of the trail', async () => {
    const head = injectAs(
      queue.app,
      await signedIn(queue.app, { role: 'department-head', departmentIds: [department], name: 'Head of 4B' }),
    );
    expect((await head({ method: 'GET', url: '/api/v1/complaints/1' })).statusCode).toBe(200);
    expect((await trail('complaint.read'))[0]).toMatchObject({
      ...{ actorName: 'Head of 4B', subjectKind: 'complaint', subject: '1', address: '127.0.0.1' },
      records: [await idOf()],
    });
  });

  it('that are not there leave no event', async () => {
    const before = (await trail('complaint.read')).length;
    await queue.get('complaints/999');
    expect(await trail('complaint.read')).toHaveLength(before);
  });

  it('moved: by whom is in their history too, and a refused step is none', async () => {
    await queue.post('complaints/1/steps', { stage: 'closed' });
    const { body } = await queue.post<ComplaintDto>('complaints/1/steps', { stage: 'acknowledged', note: CANARY });
    expect(body.history.at(-1)).toMatchObject({ actor: 'Rasa Test', note: CANARY });
    expect(await trail('complaint.moved')).toMatchObject([{ subject: '1', details: { to: 'acknowledged' } }]);
  });
});

describe('records', () => {
  const ask = (more: object, to = 'query') =>
    queue.post<RecordsPageDto>(`records/${to}`, { metric: 'csat', ...SPAN, ...more });

  it('read: with the ids of those whose words were shown, and the filter by code', async () => {
    const { body } = await ask({ where: { department: ['ward-4b'] } });
    const shown = body.rows.filter(({ words }) => words !== null).map(({ id }) => id);
    expect([body.rows.length, shown.length]).toEqual([2, 1]);
    expect((await trail('records.read'))[0]).toMatchObject({
      records: shown,
      details: { metric: 'csat', ...SPAN, where: { department: ['ward-4b'] }, listed: 2 },
    });
  });

  it('exported: told apart from reading', async () => {
    await ask({}, 'export');
    expect(await trail('records.exported')).toHaveLength(1);
  });

  it('of complaints are known to the trail by the complaint, however they are listed', async () => {
    await queue.complaints(complaint('c2', { narrative: 'Parking.', language: 'en' }));
    await queue.events(event('c2', 2, 'acknowledged'), event('c2', 3, 'resolved'), event('c2', 4, 'closed'));
    const { body } = await ask({ metric: 'complaints-closed' });
    const closing = body.rows[0]?.id ?? '';
    const { id } = (await queue.get<ComplaintDto>('complaints/2')).body;
    expect(closing).not.toBe(id);
    expect((await trail('records.read'))[0]?.records).toEqual([id]);
    const byClosing = await queue.get<AuditPageDto>(`audit?record=${closing}`);
    expect(byClosing.body.rows.map(({ action }) => action)).toEqual(['complaint.read', 'records.read']);
  });
});

describe('rows', () => {
  it('sent: once an import, with source, kind and counts', async () => {
    const sent = (await trail('rows.sent')).find(({ subject }) => subject === 'test-tool');
    expect(sent).toMatchObject({
      ...{ subjectKind: 'source', subject: 'test-tool' },
      details: { kind: 'survey-responses', read: 3, accepted: 2, quarantined: 1 },
    });
  });

  it('erased: with the record, and only if there was one', async () => {
    expect(await erase(queue, 'survey-responses', 'with')).toBe(204);
    expect(await erase(queue, 'survey-responses', 'with')).toBe(404);
    const events = await trail('rows.erased');
    expect(events).toMatchObject([{ subject: 'test-tool', details: { kind: 'survey-responses' } }]);
    expect(events[0]?.records).toHaveLength(1);
  });
});

it('no patient’s words and nothing that identifies one are in the trail', async () => {
  const events = await queue.rows<object>('select * from audit_event');
  expect(events.length).toBeGreaterThan(10);
  expect(JSON.stringify(events)).not.toContain(CANARY);
  const everywhere = await queue.rows<{ text: string }>('select narrative as text from complaint');
  expect(JSON.stringify(everywhere)).toContain(CANARY);
});
