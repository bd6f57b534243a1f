import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { complaint, event, openQueue, type Queue, SCOPE } from './queue.ts';

let queue: Queue;
beforeAll(async () => {
  queue = await openQueue();
});
afterAll(() => queue.close());

interface StoredRow {
  number: number;
  department: string;
  stage: number;
  acknowledgedOn: string | null;
  closedOn: string | null;
  acknowledgeDueOn: string;
  answerDueOn: string;
  version: number;
}

const stored = async (externalId: string): Promise<StoredRow | undefined> =>
  (
    await queue.rows<StoredRow>(
      `select c.number, d.code as department, c.stage, c.acknowledged_on::text as "acknowledgedOn",
         c.closed_on::text as "closedOn", c.acknowledge_due_on::text as "acknowledgeDueOn",
         c.answer_due_on::text as "answerDueOn", c.version
       from complaint c join department d on d.id = c.department_id where c.external_id = '${externalId}'`,
    )
  )[0];

/** The events of a complaint as `date stage department`. */
const storedEvents = async (externalId: string): Promise<string[]> =>
  (
    await queue.rows<{ line: string }>(
      `select concat_ws(' ', e.happened_on, e.stage, d.code) as line from complaint_event e
         join complaint c on c.id = e.complaint_id join department d on d.id = e.department_id
       where c.external_id = '${externalId}' order by e.happened_at, e.stage`,
    )
  ).map(({ line }) => line);

const exact = async () => expect(await verifyRollups(queue.database, SCOPE)).toEqual([]);

describe('complaints', () => {
  it('get their numbers without gaps, in the order in which they were received', async () => {
    const answer = await queue.complaints(
      complaint('third', { receivedAt: '2026-10-03T08:00:00Z' }),
      complaint('first', { receivedAt: '2026-09-01T08:00:00Z' }),
      complaint('nowhere', { department: 'ward-9z' }),
      complaint('second', { receivedAt: '2026-10-02T08:00:00Z' }),
    );
    expect(answer).toMatchObject({ read: 4, accepted: 3, quarantined: 1 });
    await queue.complaints(complaint('second', { receivedAt: '2026-10-02T08:00:00Z' }), complaint('fourth'));
    const numbers = ['first', 'second', 'third', 'fourth'].map(async (id) => (await stored(id))?.number);
    expect(await Promise.all(numbers)).toEqual([1, 2, 3, 4]);
  });

  it('stay as they are when sent again', async () => {
    await queue.complaints(complaint('again'));
    const before = await stored('again');
    expect(await queue.complaints(complaint('again'), complaint('again'))).toMatchObject({ read: 2, unchanged: 2 });
    expect(await stored('again')).toEqual(before);
  });

  it('promise an answer in working days, from the policy in force at their receipt', async () => {
    await queue.complaints(complaint('promised'));
    const promised = { acknowledgeDueOn: '2026-10-06', answerDueOn: '2026-10-29' };
    expect(await stored('promised')).toMatchObject(promised);

    await queue.rows(`update organisation set answer_within_days = 5, holidays = '{2026-10-02}'`);
    await queue.complaints(complaint('promised', { title: 'Charged twice' }));
    expect(await stored('promised')).toMatchObject(promised);
    await queue.complaints(complaint('promised', { receivedAt: '2026-10-02T12:00:00+07:00' }));
    expect(await stored('promised')).toMatchObject({ acknowledgeDueOn: '2026-10-07', answerDueOn: '2026-10-09' });
    await queue.complaints(complaint('later'));
    expect(await stored('later')).toMatchObject({ acknowledgeDueOn: '2026-10-07', answerDueOn: '2026-10-09' });
    await queue.rows(`update organisation set answer_within_days = 20, holidays = '{}'`);
    await exact();
  });

  it('keep number and events when they move to another department, and take what they count along', async () => {
    await queue.complaints(complaint('moves'));
    await queue.events(event('moves', 2, 'acknowledged'), event('moves', 3, undefined));
    const { number, version } = (await stored('moves')) as StoredRow;
    const moved = complaint('moves', { department: 'hillcrest-pharmacy', severity: 'high' });
    expect(await queue.complaints(moved)).toMatchObject({ read: 1, updated: 1 });
    expect(await stored('moves')).toMatchObject({
      number,
      version: version + 1,
      department: 'hillcrest-pharmacy',
      stage: 2,
    });
    expect(await storedEvents('moves')).toEqual(['2026-10-02 2 hillcrest-pharmacy', '2026-10-03 0 hillcrest-pharmacy']);
    await exact();
  });

  it('count on the dates their clocks ran to, by day and by week', async () => {
    await queue.complaints(complaint('counted', { touchpoint: 'discovery', severity: 'critical', channel: 'letter' }));
    await queue.events(
      event('counted', 2, 'acknowledged'),
      event('counted', 12, 'resolved'),
      event('counted', 30, 'closed'),
      event('counted', 31, 'reopened'),
    );
    const cells = await queue.rows<{ grain: string; on: string; counts: number[] }>(
      `select grain, on_date::text as on, counts[1:8] as counts from complaint_cell
       where touchpoint = 1 and severity = 4 and channel = 7 and subject = 2 order by grain, on_date`,
    );
    expect(cells.map(({ grain, on, counts }) => [grain, on, counts.join('').padEnd(8, '0')])).toEqual([
      ['d', '2026-10-01', '10000000'],
      ['d', '2026-10-06', '00011000'],
      ['d', '2026-10-12', '00000001'],
      ['d', '2026-10-29', '00000100'],
      ['d', '2026-10-30', '01000000'],
      ['d', '2026-10-31', '00100000'],
      ['w', '2026-09-28', '10000000'],
      ['w', '2026-10-05', '00011000'],
      ['w', '2026-10-12', '00000001'],
      ['w', '2026-10-26', '01100100'],
    ]);
  });

  it('leave nothing behind when erased', async () => {
    const rows = () => queue.rows(`select 1 from complaint_event where external_id like 'erased-%'`);
    await queue.complaints(complaint('erased', { channel: 'kiosk' }));
    await queue.events(event('erased', 2, 'acknowledged'), event('erased', 3, 'resolved'));
    expect(await rows()).toHaveLength(2);
    expect(await queue.erase('complaints', 'erased')).toBe(204);
    expect(await stored('erased')).toBeUndefined();
    expect(await rows()).toHaveLength(0);
    const left = await queue.rows<{ counts: number[] }>('select counts from complaint_cell where channel = 10');
    expect(left.flatMap(({ counts }) => counts).every((count) => count === 0)).toBe(true);
    expect(await queue.erase('complaints', 'erased')).toBe(404);
    await exact();
  });
});

describe('complaint events', () => {
  it('keep the complaint’s own columns in step, whatever order they come in', async () => {
    await queue.complaints(complaint('steps'));
    const answer = await queue.events(
      event('steps', 9, 'closed'),
      event('steps', 5, 'resolved'),
      event('steps', 6, undefined),
      event('steps', 2, 'acknowledged'),
    );
    expect(answer).toMatchObject({ read: 4, accepted: 4 });
    expect(await stored('steps')).toMatchObject({
      stage: 5,
      acknowledgedOn: '2026-10-02',
      closedOn: '2026-10-09',
      version: 2,
    });
    expect(await queue.events(event('steps', 3, 'investigating'))).toMatchObject({ accepted: 1 });
    expect(await queue.events(event('steps', 12, 'reopened'))).toMatchObject({ accepted: 1 });
    expect(await stored('steps')).toMatchObject({ stage: 6, closedOn: null, version: 4 });
    await exact();
  });

  it('are dated where the complaint’s department is', async () => {
    await queue.complaints(
      complaint('zoned', { department: 'hillcrest-pharmacy', receivedAt: '2026-10-01T12:00:00Z' }),
    );
    await queue.events(event('zoned', 2, 'acknowledged', { happenedAt: '2026-10-02T22:30:00Z' }));
    expect(await storedEvents('zoned')).toEqual(['2026-10-03 2 hillcrest-pharmacy']);
  });

  it('are never rewritten: the same again changes nothing, anything else is refused', async () => {
    await queue.complaints(complaint('append'));
    const acknowledged = event('append', 2, 'acknowledged');
    await queue.events(acknowledged);
    expect(await queue.events(acknowledged, acknowledged)).toMatchObject({ read: 2, unchanged: 2 });
    const before = await stored('append');
    const answer = await queue.events({ ...acknowledged, note: 'something else' });
    expect(answer).toMatchObject({ quarantined: 1, rejects: [{ row: 1, field: 'externalId', code: 'event-changed' }] });
    expect(await stored('append')).toEqual(before);
  });

  it('are refused one by one, with what would be allowed, while the others go in', async () => {
    await queue.complaints(complaint('picky'));
    const answer = await queue.events(
      event('picky', 2, 'acknowledged'),
      event('picky', 3, 'closed'),
      event('nobody', 3, 'acknowledged'),
      event('picky', 4, 'investigating', { happenedAt: '2026-09-30T12:00:00+07:00' }),
      event('picky', 5, 'resolved'),
    );
    expect(answer).toMatchObject({
      read: 5,
      accepted: 2,
      quarantined: 3,
      rejects: [
        {
          row: 2,
          field: 'stage',
          code: 'stage-move',
          message: 'a complaint that is acknowledged cannot become closed; allowed there: investigating, resolved',
        },
        { row: 3, field: 'complaint', code: 'unknown-complaint' },
        { row: 4, field: 'happenedAt', code: 'before-receipt' },
      ],
    });
    expect(await stored('picky')).toMatchObject({ stage: 4 });
  });

  it('can be erased while no later move rests on them', async () => {
    await queue.complaints(complaint('undo'));
    await queue.events(event('undo', 2, 'acknowledged'), event('undo', 3, undefined), event('undo', 4, 'resolved'));
    expect(await queue.erase('complaint-events', 'undo-2-acknowledged')).toBe(409);
    expect(await queue.erase('complaint-events', 'undo-3-note')).toBe(204);
    expect(await queue.erase('complaint-events', 'undo-4-resolved')).toBe(204);
    expect(await storedEvents('undo')).toEqual(['2026-10-02 2 ward-4b']);
    expect(await stored('undo')).toMatchObject({ stage: 2, version: 4 });
    await exact();
  });
});
