import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Client } from 'pg';
import { type ComplaintEvent, complaintHistory, isPath } from '#domain/complaint-history.ts';
import { MOVES, type Stage, STAGES } from '#domain/complaint-stage.ts';
import { complaintEventWriter, NeededEventError } from '../../apps/api/src/facts/complaint-event-writer.ts';
import type { ComplaintEventFact, ComplaintFact } from '../../apps/api/src/facts/complaint-row.ts';
import { complaintWriter } from '../../apps/api/src/facts/complaint-writer.ts';
import { contentHash, naturalId } from '../../apps/api/src/facts/natural-key.ts';
import { eventsOfComplaints } from '../../apps/api/src/facts/stored-complaint.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { openQueue, type Queue, SCOPE } from './queue.ts';

const WRITERS = 8;
const ROUNDS = 30;
/** Few complaints and few days, so that everybody always wants what somebody else holds. */
const COMPLAINTS = 25;
const FIRST = Date.UTC(2026, 8, 1);
const DAY_MS = 86_400_000;
const SOURCE = '0bed51de-0000-4000-8000-00000000000a';

let queue: Queue;
let departments: string[];
beforeAll(async () => {
  queue = await openQueue();
  departments = (await queue.rows<{ id: string }>('select id from department order by code')).map(({ id }) => id);
});
afterAll(() => queue.close());

const writer = complaintEventWriter(() => 'Asia/Ho_Chi_Minh');
const idOf = (key: number): string => naturalId(SOURCE, String(key));

const key = fc.integer({ min: 0, max: COMPLAINTS - 1 });
const day = fc.integer({ min: 0, max: 40 });

const complaints = fc.array(
  fc
    .record({ key, day, department: fc.integer({ min: 0, max: 3 }), severity: fc.integer({ min: 1, max: 2 }) })
    .map(({ key, day, department, severity }): ComplaintFact => {
      const receivedAt = FIRST + (day % 10) * DAY_MS;
      return {
        id: idOf(key),
        externalId: String(key),
        sourceId: SOURCE,
        departmentId: departments[department] ?? '',
        contentHash: contentHash([key, day % 10, department, severity]),
        receivedAt,
        receivedOn: new Date(receivedAt).toISOString().slice(0, 10),
        channel: 1,
        language: 'en',
        title: null,
        narrative: null,
        subjects: [1 + (key % 3)],
        severity,
        touchpoint: 0,
        visitPseudonym: null,
      };
    }),
  { minLength: 1, maxLength: 15 },
);

const events = fc.array(fc.record({ key, day, choice: fc.nat(), note: fc.boolean() }), { minLength: 1, maxLength: 20 });

const round = fc.record({
  work: fc.oneof(
    { weight: 3, arbitrary: fc.constant('complaints' as const) },
    { weight: 6, arbitrary: fc.constant('events' as const) },
    { weight: 1, arbitrary: fc.constant('erase complaints' as const) },
    { weight: 1, arbitrary: fc.constant('erase events' as const) },
  ),
  complaints,
  events,
});

/** Moves likely to be allowed when they are decided on, and maybe no longer when they are stored. */
async function likelyEvents(
  asked: { key: number; day: number; choice: number; note: boolean }[],
): Promise<ComplaintEventFact[]> {
  const stages = await queue.rows<{ id: string; stage: number }>('select id, stage from complaint');
  const stageOf = new Map(stages.map(({ id, stage }) => [id, STAGES.codeOf(stage) as Stage]));
  return asked.map(({ key, day, choice, note }) => {
    const complaintId = idOf(key);
    const moves: readonly Stage[] = MOVES[stageOf.get(complaintId) ?? 'received'];
    const stage = note ? 0 : (STAGES.numberOf(moves[choice % moves.length] ?? 'closed') ?? 0);
    const externalId = `${key}-${choice % 50}-${stage}`;
    const happenedAt = FIRST + (10 + day) * DAY_MS + (choice % 7);
    const said = { complaintId, happenedAt, stage, note: 'done', actor: null };
    return {
      id: naturalId(SOURCE, externalId),
      externalId,
      sourceId: SOURCE,
      contentHash: contentHash(Object.values(said)),
      ...said,
    };
  });
}

const tally = { accepted: 0, updated: 0, refused: 0, erased: 0 };

async function work(one: {
  work: string;
  complaints: ComplaintFact[];
  events: Parameters<typeof likelyEvents>[0];
}): Promise<void> {
  const { database } = queue;
  if (one.work === 'complaints') {
    const { accepted, updated } = await database.inScope(SCOPE, (tx) => complaintWriter.write(tx, one.complaints));
    tally.accepted += accepted;
    tally.updated += updated;
  } else if (one.work === 'erase complaints') {
    const ids = one.complaints.slice(0, 2).map(({ id }) => id);
    tally.erased += await database.inScope(SCOPE, (tx) => complaintWriter.erase(tx, ids));
  } else {
    const rows = await likelyEvents(one.events);
    if (one.work === 'events') {
      const { accepted, refused } = await database.inScope(SCOPE, (tx) => writer.write(tx, rows));
      tally.accepted += accepted;
      tally.refused += refused.length;
    } else {
      const ids = rows.slice(0, 3).map(({ id }) => id);
      await database
        .inScope(SCOPE, (tx) => writer.erase(tx, ids))
        .catch((error: unknown) => {
          if (!(error instanceof NeededEventError)) throw error;
        });
    }
  }
}

it('keeps cells, clocks and histories exact while eight writers fight over the same complaints', async () => {
  const before = await deadlocks();
  const sequences = fc.sample(fc.array(round, { minLength: ROUNDS, maxLength: ROUNDS }), WRITERS);
  let writing = true;
  const writers = Promise.all(
    sequences.map(async (rounds) => {
      for (const one of rounds) await work(one);
    }),
  ).finally(() => {
    writing = false;
  });
  while (writing) expect(await verifyRollups(queue.database, SCOPE)).toEqual([]);
  await writers;
  expect(await verifyRollups(queue.database, SCOPE)).toEqual([]);
  expect(await stale()).toEqual([]);
  expect(Math.min(...Object.values(tally))).toBeGreaterThan(0);
  expect(await deadlocks()).toBe(before);
}, 120_000);

/** Complaints whose own columns, or the place of whose events, are not what their events say. */
async function stale(): Promise<unknown[]> {
  interface Row {
    id: string;
    receivedAt: number;
    receivedOn: string;
    stage: number;
    stageSince: number;
    acknowledgedOn: string | null;
    closedOn: string | null;
    strays: number;
  }
  const rows = await queue.rows<Row>(
    `select c.id, extract(epoch from c.received_at)::float8 * 1000 as "receivedAt", c.received_on::text as "receivedOn",
       c.stage, extract(epoch from c.stage_since)::float8 * 1000 as "stageSince",
       c.acknowledged_on::text as "acknowledgedOn", c.closed_on::text as "closedOn",
       (select count(*)::int from complaint_event e where e.complaint_id = c.id and e.department_id <> c.department_id) as strays
     from complaint c`,
  );
  expect(rows.length).toBeGreaterThan(COMPLAINTS / 2);
  const ids = rows.map(({ id }) => id);
  const events = await queue.database.inScope(SCOPE, (tx) => eventsOfComplaints(tx, ids));
  return rows.filter((row) => {
    const own: ComplaintEvent[] = events.get(row.id) ?? [];
    const { stage, stageSince, acknowledgedOn, closedOn } = complaintHistory(row, own);
    const inStep =
      STAGES.numberOf(stage) === row.stage &&
      stageSince === row.stageSince &&
      acknowledgedOn === row.acknowledgedOn &&
      closedOn === row.closedOn;
    return !inStep || row.strays > 0 || !isPath(own);
  });
}

async function deadlocks(): Promise<number> {
  // Backends report their statistics once a second at most.
  await setTimeout(1_500);
  const client = new Client({ connectionString: queue.address.ownerUrl });
  await client.connect();
  const { rows } = await client.query('select deadlocks::int from pg_stat_database where datname = current_database()');
  await client.end();
  return (rows[0] as { deadlocks: number }).deadlocks;
}
