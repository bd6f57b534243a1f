import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ComplaintDto } from '#contracts/complaints.dto.ts';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { complaint, event, openQueue, type Queue, SCOPE } from './queue.ts';

interface Refusal {
  message: string | string[];
  error: string;
}

let queue: Queue;
let number: number;
beforeAll(async () => {
  queue = await openQueue();
});
afterAll(() => queue.close());

beforeEach(async () => {
  queue.at('2026-10-05T09:00:00Z');
  number = (number ?? 0) + 1;
  await queue.complaints(complaint(`c${number}`, { narrative: 'They charged me twice.', language: 'en' }));
});

const find = async () => (await queue.get<ComplaintDto>(`complaints/${number}`)).body;
const step = (payload: object) => queue.post<ComplaintDto & Refusal>(`complaints/${number}/steps`, payload);

describe('a complaint’s page', () => {
  it('tells what it says, what is owed and what happened, beginning with its receipt', async () => {
    await queue.events(event(`c${number}`, 2, 'acknowledged', { actor: 'Patient relations' }));
    expect(await find()).toEqual({
      id: expect.any(String),
      number,
      title: 'They charged me twice.',
      department: 'ward-4b',
      touchpoint: null,
      channel: 'unknown',
      severity: 'medium',
      subjects: ['billing'],
      stage: 'acknowledged',
      receivedAt: '2026-10-01T05:00:00.000Z',
      stageSince: '2026-10-02T05:00:00.000Z',
      due: 'answer',
      dueOn: '2026-10-29',
      dueInWorkingDays: 18,
      ageWorkingDays: 2,
      moves: ['investigating', 'resolved'],
      narrative: 'They charged me twice.',
      language: 'en',
      source: 'crm',
      acknowledgeDueOn: '2026-10-06',
      answerDueOn: '2026-10-29',
      history: [
        { id: expect.any(String), happenedAt: '2026-10-01T05:00:00.000Z', stage: 'received', note: null, actor: null },
        {
          id: expect.any(String),
          happenedAt: '2026-10-02T05:00:00.000Z',
          stage: 'acknowledged',
          note: 'done',
          actor: 'Patient relations',
        },
      ],
      version: 2,
    });
  });

  it.each([
    ['complaints/999999', 404, 'There is no complaint C-999999.'],
    ['complaints/99999999999', 404, 'There is no complaint C-99999999999.'],
    ['complaints/next', 400, 'number must be the digits of a complaint number, like 2291'],
  ])('answers %s with %i', async (path, status, message) => {
    expect(await queue.get(path)).toMatchObject({ status, body: { statusCode: status, message } });
    expect(await queue.post(`${path}/steps`, { note: 'hello' })).toMatchObject({ status, body: { message } });
  });
});

describe('a step', () => {
  it('moves the complaint now, and answers with it as it is then', async () => {
    const { status, body } = await step({ stage: 'acknowledged', note: 'Called back.', version: 1 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ stage: 'acknowledged', stageSince: '2026-10-05T09:00:00.000Z', version: 2 });
    expect(body.history.at(-1)).toMatchObject({
      stage: 'acknowledged',
      note: 'Called back.',
      happenedAt: body.stageSince,
    });
    expect(body).toEqual(await find());
    expect(await verifyRollups(queue.database, SCOPE)).toEqual([]);
  });

  it('closes the loop: nothing is owed any more, until it is reopened', async () => {
    await step({ stage: 'acknowledged' });
    await step({ stage: 'resolved', note: 'Refunded.' });
    const closed = (await step({ stage: 'closed', note: 'Told her.' })).body;
    expect(closed).toMatchObject({ due: null, dueOn: null, dueInWorkingDays: null, moves: ['reopened'] });
    queue.at('2026-11-30T09:00:00Z');
    expect(await find()).toMatchObject({ ageWorkingDays: 2 });
    const reopened = (await step({ stage: 'reopened', note: 'Charged again.' })).body;
    expect(reopened).toMatchObject({
      due: 'answer',
      dueOn: '2026-10-29',
      dueInWorkingDays: -22,
      moves: ['investigating'],
    });
  });

  it('comes after everything recorded so far, even if that is dated later than now', async () => {
    await queue.events(event(`c${number}`, 6, 'acknowledged'));
    const { body } = await step({ stage: 'investigating' });
    expect(body).toMatchObject({ stage: 'investigating', stageSince: '2026-10-06T05:00:00.001Z' });
  });

  it('may be a note alone, in which email addresses and phone numbers are masked', async () => {
    const { body } = await step({ note: '  Wrote to an.nguyen@example.org, will ring 0912 345 678.  ' });
    expect(body).toMatchObject({ stage: 'received', version: 2 });
    expect(body.history.at(-1)).toMatchObject({ stage: null, note: 'Wrote to [email], will ring [phone].' });
  });

  it.each<[object, string | string[]]>([
    [{ stage: 'closed' }, 'stage: a complaint that is received cannot become closed; allowed there: acknowledged'],
    [{ stage: 'solved' }, ['stage must be one of received, acknowledged, investigating, resolved, closed, reopened']],
    [{}, ['note may be at most 20,000 characters long', 'note must say what was done']],
    [{ note: '   ' }, 'note must say what was done'],
    [{ stage: 'acknowledged', version: '1' }, ['version must be the whole number read with the complaint']],
    [{ stage: 'acknowledged', happenedAt: '2020-01-01' }, ['property happenedAt should not exist']],
  ])('is refused as %j with the remedy', async (payload, message) => {
    expect(await step(payload)).toMatchObject({ status: 400, body: { statusCode: 400, message } });
    expect(await find()).toMatchObject({ version: 1 });
  });

  it('is refused when somebody else was quicker, and not taken twice when its answer was lost', async () => {
    const payload = { stage: 'acknowledged', note: 'Called back.', version: 1 };
    expect((await step(payload)).status).toBe(200);
    const again = await step(payload);
    expect(again.status).toBe(409);
    expect(again.body.message).toBe(
      `Complaint C-${number} has changed since you read it (version 1, now 2): read it again, then decide.`,
    );
    expect((await find()).history).toHaveLength(2);
  });

  it('is taken once by the quickest of many', async () => {
    const attempts = Array.from({ length: 8 }, () => step({ stage: 'acknowledged', version: 1 }));
    const statuses = (await Promise.all(attempts)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
    expect((await find()).history).toHaveLength(2);
  });

  it('is taken once although its transaction is run again after a commit whose answer was lost', async () => {
    const { database } = queue;
    const inScope = database.inScope.bind(database);
    // What a connection lost right after the commit looks like: the work is done, and done again.
    database.inScope = async (scope, work, options) => {
      await inScope(scope, work, options);
      return inScope(scope, work, options);
    };
    const { status, body } = await step({ note: 'Once.', version: 1 });
    database.inScope = inScope;
    expect(status).toBe(200);
    expect(body.history.map(({ note }) => note)).toEqual([null, 'Once.']);
  });
});

it('asks the real clock outside of tests', () => {
  expect(Math.abs(new Clock().now() - Date.now())).toBeLessThan(1000);
});
