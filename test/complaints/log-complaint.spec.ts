import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ComplaintDto } from '#contracts/complaints.dto.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { signedIn } from '../app/signed-in.ts';
import { injectAs } from '../app/test-app.ts';
import { openQueue, type Queue, SCOPE } from './queue.ts';

let queue: Queue;

beforeAll(async () => {
  queue = await openQueue();
  queue.at('2026-11-18T09:00:00Z');
});
afterAll(() => queue.close());

const said = (more: object = {}) => ({
  requestId: randomUUID(),
  department: 'ward-4b',
  channel: 'phone',
  narrative: 'Nobody called back; my number is +84 90 123 45 67.',
  ...more,
});
const log = (complaint: object) => queue.post<ComplaintDto & { message: string | string[] }>('complaints', complaint);

describe('logging a complaint', () => {
  it('gives it a number, its dates and its place in the queue, with what identifies the patient masked', async () => {
    const { status, body } = await log(said({ subjects: ['communication', 'waiting'], severity: 'high' }));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      department: 'ward-4b',
      channel: 'phone',
      stage: 'received',
      severity: 'high',
      subjects: ['communication', 'waiting'],
      narrative: 'Nobody called back; my number is [phone].',
      receivedAt: '2026-11-18T09:00:00.000Z',
      due: 'acknowledge',
      source: 'bedside',
    });
    expect((await queue.get<ComplaintDto>(`complaints/${body.number}`)).body).toEqual(body);
    expect(await verifyRollups(queue.database, SCOPE)).toEqual([]);
  });

  it('takes the same form sent twice for one complaint', async () => {
    const once = said();
    const { body: first } = await log(once);
    const { body: second } = await log(once);
    expect(second.number).toBe(first.number);
    const events = await queue.rows(
      `select subject from audit_event where action = 'complaint.logged' and subject = '${first.number}'`,
    );
    expect(events).toHaveLength(1);
  });

  it.each([
    [{ narrative: '' }, 'narrative must tell what the patient said'],
    [{ narrative: '   ' }, 'narrative must tell what the patient said'],
    [{ channel: 'pigeon' }, 'channel must be one of sms, email'],
    [{ department: 'nowhere' }, 'department must be one of: '],
    [{ touchpoint: 'nowhere' }, 'There is no touchpoint of this code'],
    [{ receivedAt: '2026-02-30T09:00:00Z' }, 'receivedAt'],
    [{ receivedAt: '2027-02-20T09:00:00Z' }, 'receivedAt'],
    [{ severity: 'awful' }, 'severity must be one of low'],
    [{ patient: 'Rasa' }, 'patient should not exist'],
  ])('says what is wrong with %p', async (wrong, words) => {
    const { status, body } = await log(said(wrong));
    expect(status).toBe(400);
    expect([body.message].flat().join()).toContain(words);
  });

  it('is for the departments somebody may see; any other is answered like one that does not exist', async () => {
    const [ward] = await queue.rows<{ id: string }>(`select id from department where code = 'ward-4b'`);
    const staff = injectAs(queue.app, await signedIn(queue.app, { role: 'staff', departmentIds: [ward?.id ?? ''] }));
    const ask = (payload: object) => staff({ method: 'POST', url: '/api/v1/complaints', payload });
    expect((await ask(said())).statusCode).toBe(201);
    const [others] = await queue.rows<{ code: string }>(`select code from department where code <> 'ward-4b'`);
    const outOfSight = await ask(said({ department: others?.code }));
    const unknown = await ask(said({ department: 'nowhere' }));
    expect(outOfSight.statusCode).toBe(400);
    expect(outOfSight.json()).toEqual(unknown.json());
    expect(outOfSight.json().message).toBe('department must be one of: ward-4b');
  });

  it('is not for those who only audit', async () => {
    const auditor = injectAs(queue.app, await signedIn(queue.app, { role: 'auditor' }));
    const answer = await auditor({ method: 'POST', url: '/api/v1/complaints', payload: said() });
    expect(answer.statusCode).toBe(403);
  });
});
