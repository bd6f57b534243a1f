import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Client } from 'pg';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import type { Candidate } from '../../apps/api/src/ingest/rows/candidate.ts';
import { IngestService } from '../../apps/api/src/ingest/ingest.service.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { setUpOrganisation } from './lakeside.ts';

const scope = { organisationId: HOME_ORGANISATION_ID, departmentIds: 'all' as const };

/** Few keys, days and departments, so that everything collides with everything. */
const key = fc.integer({ min: 0, max: 40 }).map(String);
const department = fc.constantFrom('ward-4b', 'medicine', 'riverside-pharmacy', 'hillcrest-pharmacy');
const at = fc
  .tuple(fc.integer({ min: 20, max: 31 }), fc.constantFrom('00:30', '12:00', '22:15'))
  .map(([day, time]) => `2025-12-${day}T${time}:00Z`);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const rowOf: Record<Exclude<FactKind, 'complaint-events'>, fc.Arbitrary<Record<string, unknown>>> = {
  'survey-responses': fc.record({
    externalId: key,
    department,
    respondedAt: at,
    channel: fc.constantFrom('sms', 'email'),
    language: fc.constantFrom('vi', 'en'),
    csat: fc.integer({ min: 1, max: 5 }),
    nps: maybe(fc.integer({ min: 0, max: 10 })),
    fft: maybe(fc.constantFrom('good', 'dont-know')),
    scores: maybe(fc.record({ 'check-in': fc.integer({ min: 1, max: 5 }), parking: fc.integer({ min: 1, max: 5 }) })),
    comment: maybe(fc.constant('words')),
  }),
  waits: fc.record({
    externalId: key,
    department,
    startedAt: at,
    kind: fc.constantFrom('arrival-to-seen', 'bill'),
    waitMinutes: maybe(fc.double({ min: 0, max: 5000, noNaN: true })),
    promisedMinutes: maybe(fc.constantFrom(15, 60)),
  }),
  reviews: fc.record({
    externalId: key,
    department,
    reviewedAt: at,
    platform: fc.constantFrom('google', 'nhs'),
    stars: fc.integer({ min: 1, max: 5 }),
    reply: maybe(fc.constant('thank you')),
  }),
  complaints: fc.record({
    externalId: key,
    department,
    receivedAt: at,
    subjects: fc.constantFrom(['billing'], ['waiting', 'attitude'], undefined),
    severity: fc.constantFrom('low', 'high'),
  }),
  'survey-counts': fc.record({
    externalId: key,
    department,
    month: fc.constantFrom('2025-11', '2025-12'),
    collection: fc.constantFrom('inpatient', 'emergency'),
    veryGood: fc.integer({ min: 0, max: 40 }),
    good: fc.integer({ min: 0, max: 20 }),
    neither: fc.constant(1),
    poor: fc.integer({ min: 0, max: 3 }),
    veryPoor: fc.constant(0),
    dontKnow: fc.constant(2),
    eligible: maybe(fc.integer({ min: 0, max: 300 })),
  }),
};

const event = fc.record({
  complaint: key,
  happenedAt: at,
  stage: maybe(fc.constantFrom('acknowledged', 'investigating', 'resolved', 'closed', 'reopened')),
  note: fc.constant('done'),
});

type Step = { kind: FactKind } & ({ rows: Record<string, unknown>[] } | { erase: string });

const kinds = fc.constantFrom(...(['survey-responses', 'waits', 'reviews', 'complaints', 'survey-counts'] as const));
const stepOf = (rows: { minLength: number; maxLength: number }): fc.Arbitrary<Step> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: kinds.chain((kind) => fc.record({ kind: fc.constant(kind), rows: fc.array(rowOf[kind], rows) })),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('complaint-events' as const), rows: fc.array(event, rows) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: kinds, erase: key }) },
  );

async function* once(rows: readonly Record<string, unknown>[]): AsyncGenerator<Candidate[]> {
  yield rows.map((value, index) => ({ row: index + 1, raw: JSON.stringify(value), value }));
}

describe('cells equal a recount of the facts', () => {
  let app: TestApp;
  let ingest: IngestService;
  beforeAll(async () => {
    app = await openTestApp();
    ingest = app.app.get(IngestService);
    await setUpOrganisation(app);
    const payload = { name: 'Parking', parent: 'check-in' };
    await app.inject({ method: 'PUT', url: '/api/v1/touchpoints/parking', payload });
  });
  afterAll(() => app.close());

  async function run(one: Step, source = 'model'): Promise<void> {
    if ('erase' in one) {
      await ingest.erase(scope, one.kind, source, one.erase).catch((error: { status?: number }) => {
        if (error.status !== 404) throw error;
      });
      return;
    }
    const { read, accepted, updated, unchanged, quarantined } = await ingest.ingest(
      scope,
      { kind: one.kind, source },
      once(one.rows),
    );
    expect(read).toBe(one.rows.length);
    expect(accepted + updated + unchanged + quarantined).toBe(read);
  }

  it('after any sequence of inserting, re-sending, correcting, moving and erasing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(stepOf({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 12 }),
        async (steps) => {
          for (const one of steps) await run(one);
          expect(await verifyRollups(app.database, scope)).toEqual([]);
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  }, 120_000);

  it('at every commit while eight writers work on the same rows, without one deadlock', async () => {
    const before = await deadlocks(app);
    const steps = fc.array(stepOf({ minLength: 60, maxLength: 120 }), { minLength: 30, maxLength: 30 });
    const sequences = fc.sample(steps, 8);
    let writing = true;
    const writers = Promise.all(
      sequences.map(async (steps, writer) => {
        // Half of them fight over the same rows, the others, with rows of their own, only over the same cells.
        for (const one of steps) await run(one, writer % 2 === 0 ? 'model' : `model-${writer}`);
      }),
    ).finally(() => {
      writing = false;
    });
    let verified = 0;
    do {
      expect(await verifyRollups(app.database, scope)).toEqual([]);
      verified += 1;
    } while (writing);
    await writers;
    expect(await verifyRollups(app.database, scope)).toEqual([]);
    expect(verified).toBeGreaterThan(1);
    expect(await deadlocks(app)).toBe(before);
  }, 120_000);

  it('and a cell that somebody else has changed is found and named', async () => {
    await run({
      kind: 'waits',
      rows: [{ externalId: 'seen', department: 'ward-4b', startedAt: '2025-12-24T08:00:00Z', waitMinutes: 5 }],
    });
    await app.database.inScope(scope, ({ query }) =>
      query(`update wait_cell set counts[1] = counts[1] + 1 where grain = 'd' and on_date = '2025-12-24' and department_id =
        (select id from department where code = 'ward-4b') and kind = 1 and channel = 0`),
    );
    const [difference, ...others] = await verifyRollups(app.database, scope);
    expect(others).toEqual([]);
    expect(difference).toMatchObject({
      table: 'wait_cell',
      cell: expect.stringMatching(/^d 2025-12-24 .*kind=1 channel=0$/),
    });
    expect((difference?.stored[0] ?? 0) - (difference?.recounted[0] ?? 0)).toBe(1);
  });
});

async function deadlocks({ address }: TestApp): Promise<number> {
  // Backends report their statistics once a second at most.
  await setTimeout(1_500);
  const client = new Client({ connectionString: address.ownerUrl });
  await client.connect();
  const { rows } = await client.query('select deadlocks::int from pg_stat_database where datname = current_database()');
  await client.end();
  return (rows[0] as { deadlocks: number }).deadlocks;
}
