import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import type { Candidate } from '../../apps/api/src/ingest/rows/candidate.ts';
import { undoImport } from '../../apps/api/src/ingest/running/undo-import.ts';
import { SmallSendings } from '../../apps/api/src/ingest/small-sendings.ts';
import { signedIn } from '../app/signed-in.ts';
import { injectAs, openTestApp, type TestApp } from '../app/test-app.ts';
import { send, setUpOrganisation } from './lakeside.ts';

const scope = { organisationId: HOME_ORGANISATION_ID, departmentIds: 'all' as const };

type Values = Record<string, unknown>;

let app: TestApp;
let nth = 0;
let source: string;

beforeAll(async () => {
  app = await openTestApp();
  await setUpOrganisation(app);
});
beforeEach(() => {
  nth += 1;
  source = `tool-${nth}`;
});
afterEach(async () => expect(await verifyRollups(app.database, scope)).toEqual([]));
afterAll(() => app.close());

const response = (externalId: string | undefined, csat: number, more: Values = {}): Values => ({
  ...(externalId !== undefined && { externalId }),
  department: 'ward-4b',
  respondedAt: '2026-10-01T09:00:00Z',
  csat,
  ...more,
});

type Told = IngestResultDto & { status: number };

/** Sends each list of rows as a request of its own, all at once; answers in their order. */
const atOnce = (requests: readonly (readonly Values[])[], kind = 'survey-responses'): Promise<Told[]> =>
  Promise.all(requests.map((rows) => send(app, kind, rows, source)));

/** As above, past the door, so that they arrive in exactly this order. */
const inOrder = (requests: readonly (readonly Values[])[], kind: FactKind = 'survey-responses') =>
  Promise.all(requests.map((rows) => app.app.get(SmallSendings).take(scope, { kind, source }, candidatesOf(rows))));

async function* candidatesOf(rows: readonly Values[]): AsyncGenerator<Candidate[]> {
  yield rows.map((value, index) => ({ row: index + 1, raw: JSON.stringify(value), value: { ...value } }));
}

interface Import {
  id: string;
  read: number;
  accepted: number;
  updated: number;
  unchanged: number;
  quarantined: number;
}

const imports = (of = source): Promise<Import[]> =>
  app.database.inScope(scope, ({ query }) =>
    query<Import>(
      `select i.id, i.read, i.accepted, i.updated, i.unchanged, i.quarantined from import i
       join source s on s.organisation_id = i.organisation_id and s.id = i.source_id
       where s.code = $1 and i.finished_at is not null order by i.started_at`,
      [of],
    ),
  );

const stored = (): Promise<{ externalId: string; csat: number }[]> =>
  app.database.inScope(scope, ({ query }) =>
    query(
      `select f.external_id as "externalId", f.csat from survey_response f
       join source s on s.organisation_id = f.organisation_id and s.id = f.source_id
       where s.code = $1 order by f.external_id`,
      [source],
    ),
  );

const sum = (
  results: readonly (IngestResultDto | Import)[],
  of: 'read' | 'accepted' | 'updated' | 'unchanged' | 'quarantined',
) => results.reduce((total, one) => total + one[of], 0);

describe('requests of few rows that come together', () => {
  it('share commits, and each is told what became of its own rows', async () => {
    await send(app, 'survey-responses', [response('old', 3), response('same', 3)], source);
    const results = await atOnce([
      [response('first', 1)],
      [response('a', 4)],
      [response('old', 5)],
      [response('same', 3)],
      [response('b', 9), response('c', 5), response('c', 4)],
      [],
      ...Array.from({ length: 30 }, (_, index) => [response(`more-${index}`, 5)]),
    ]);
    expect(
      results
        .slice(0, 6)
        .map(({ rejects, masked: _, ...counts }) => [counts, rejects.map(({ row, code }) => [row, code])]),
    ).toEqual([
      [{ status: 200, read: 1, accepted: 1, updated: 0, unchanged: 0, quarantined: 0 }, []],
      [{ status: 200, read: 1, accepted: 1, updated: 0, unchanged: 0, quarantined: 0 }, []],
      [{ status: 200, read: 1, accepted: 0, updated: 1, unchanged: 0, quarantined: 0 }, []],
      [{ status: 200, read: 1, accepted: 0, updated: 0, unchanged: 1, quarantined: 0 }, []],
      [{ status: 200, read: 3, accepted: 1, updated: 0, unchanged: 1, quarantined: 1 }, [[1, 'out-of-range']]],
      [{ status: 200, read: 0, accepted: 0, updated: 0, unchanged: 0, quarantined: 0 }, []],
    ]);
    const commits = await imports();
    // The first alone, the others while it was being stored: far fewer than there were requests.
    expect(commits.length).toBeLessThan(10);
    for (const what of ['read', 'accepted', 'updated', 'unchanged', 'quarantined'] as const) {
      const before = what === 'read' || what === 'accepted' ? 2 : 0;
      expect(sum(commits, what)).toBe(sum(results, what) + before);
    }
    expect((await stored()).filter(({ externalId }) => ['c', 'old'].includes(externalId))).toEqual([
      { externalId: 'c', csat: 4 },
      { externalId: 'old', csat: 5 },
    ]);
  });

  it('come one after another where they name the same row: the last one sent holds', async () => {
    const results = await inOrder([
      [response('first', 1)],
      ...[1, 2, 3, 4, 5].map((csat) => [response('contested', csat), response(`beside-${csat}`, csat)]),
    ]);
    expect(sum(results, 'accepted')).toBe(7);
    expect(sum(results, 'updated')).toBe(4);
    expect(await stored()).toContainEqual({ externalId: 'contested', csat: 5 });
  });

  it('take rows without an id for the same where they read alike in two requests, and for two within one', async () => {
    const alike = response(undefined, 4);
    const results = await inOrder([[response('first', 1)], [alike], [alike, alike], [alike]]);
    expect(results.map(({ accepted, unchanged }) => [accepted, unchanged])).toEqual([
      [1, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ]);
  });

  it('count a bad row that comes in two of them as the one it is, and tell both', async () => {
    const bad = response('bad', 9);
    const results = await atOnce([[response('first', 1)], [bad], [response('good', 4), bad], [bad, bad]]);
    expect(results.map(({ quarantined }) => quarantined)).toEqual([0, 1, 1, 2]);
    expect(results[2]?.rejects).toMatchObject([{ row: 2, field: 'csat', code: 'out-of-range' }]);
    const kept = await app.database.inScope(scope, ({ query }) =>
      query<{ n: number }>(
        `select count(*)::int as n from quarantine q join source s on s.organisation_id = q.organisation_id
         and s.id = q.source_id where s.code = $1`,
        [source],
      ),
    );
    expect(kept).toEqual([{ n: 2 }]);
  });

  it('do not suffer for one whose rows cannot be stored', async () => {
    const owner = new Client({ connectionString: app.address.ownerUrl });
    await owner.connect();
    await owner.query(`
      create function refuse_poison() returns trigger language plpgsql as $$ begin
        raise exception using errcode = '22023', message = 'poison'; end $$;
      create trigger refuse_poison before insert on survey_response for each row
        when (new.external_id = 'poison') execute function refuse_poison()`);
    try {
      const rows = ['first', 'a', 'poison', 'b'].map((id) => [response(id, 5)]);
      expect((await atOnce(rows)).map(({ status, accepted }) => [status, accepted])).toEqual([
        [200, 1],
        [200, 1],
        [500, undefined],
        [200, 1],
      ]);
    } finally {
      await owner.query('drop function refuse_poison cascade');
      await owner.end();
    }
  });

  it('stay apart by sender, source and kind, and each sender is named on the trail', async () => {
    const other = injectAs(app.app, await signedIn(app.app, { role: 'quality-manager', name: 'Somebody Else' }));
    const url = `/api/v1/ingest/survey-responses?source=${source}`;
    await Promise.all([
      ...['a', 'b', 'c', 'd'].map((id) => send(app, 'survey-responses', [response(id, 5)], source)),
      ...['e', 'f', 'g', 'h'].map((id) => other({ method: 'POST', url, payload: [response(id, 5)] })),
      ...['i', 'j', 'k'].map((id) => send(app, 'survey-responses', [response(id, 5)], `${source}-beside`)),
    ]);
    expect(sum(await imports(), 'accepted')).toBe(8);
    expect(sum(await imports(`${source}-beside`), 'accepted')).toBe(3);
    const events = await app.database.inScope(scope, ({ query }) =>
      query<{ actor: string; requests: number; accepted: number }>(
        `select actor_name as actor, (details::json ->> 'requests')::int as requests,
           (details::json ->> 'accepted')::int as accepted
         from audit_event where action = 'rows.sent' and subject = $1`,
        [source],
      ),
    );
    const by = Map.groupBy(events, ({ actor }) => actor);
    expect(by.size).toBe(2);
    for (const own of by.values()) {
      expect(own.reduce((all, { requests }) => all + requests, 0)).toBe(4);
      expect(own.reduce((all, { accepted }) => all + accepted, 0)).toBe(4);
    }
  });

  it('are undone with the commit they shared, and with nothing else', async () => {
    await send(app, 'survey-responses', [response('old', 3)], source);
    await atOnce([[response('first', 1)], [response('a', 4)], [response('old', 5)], [response('b', 2)]]);
    const together = (await imports()).find(({ updated }) => updated > 0);
    await undoImport(app.database, scope, together?.id ?? '', Date.parse('2026-11-02T00:00:00Z'));
    expect(await stored()).toContainEqual({ externalId: 'old', csat: 3 });
    expect(await stored()).toHaveLength(5 - (together?.accepted ?? 0) - 1);
  });
});

describe('steps of one complaint that come together', () => {
  it('are taken one after another', async () => {
    const complaint = { externalId: 'c-1', department: 'ward-4b', receivedAt: '2026-10-01T09:00:00Z' };
    await send(app, 'complaints', [complaint], source);
    const step = (externalId: string, stage: string, hour: string): Values[] => [
      { externalId, complaint: 'c-1', stage, happenedAt: `2026-10-02T${hour}:00:00Z` },
    ];
    const results = await inOrder(
      [step('s-1', 'acknowledged', '09'), step('s-2', 'investigating', '10'), step('s-3', 'acknowledged', '11')],
      'complaint-events',
    );
    expect(results.map(({ accepted, quarantined }) => [accepted, quarantined])).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
  });
});
