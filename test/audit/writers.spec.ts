import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { HOME_ORGANISATION_ID, wholeOf } from '../../apps/api/src/access/access.ts';
import { newAuditKeyPem, readAuditKey } from '../../apps/api/src/audit/audit-key.ts';
import { audit } from '../../apps/api/src/audit/audit.ts';
import { verifyTrail } from '../../apps/api/src/audit/verify-trail.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { setUpOrganisation, send } from '../ingest/lakeside.ts';

const KEY = readAuditKey(newAuditKeyPem());
const KNOWN = { publicKey: KEY.publicKey, earlierKeys: [], vouched: [] };
const HOME = wholeOf(HOME_ORGANISATION_ID);

let app: TestApp;

beforeAll(async () => {
  app = await openTestApp({ signer: KEY });
  await setUpOrganisation(app);
});

afterAll(() => app.close());

const verified = () => verifyTrail(app.database, HOME, KNOWN);

const done = (action: string, scope = HOME) =>
  app.database.inScope(scope, async (transaction) => audit(transaction, { action }));

async function count(action: string): Promise<number> {
  const [row] = await app.database.inScope(HOME, ({ query }) =>
    query<{ n: number }>('select count(*)::int as n from audit_event where organisation_id = $1 and action = $2', [
      ...[HOME_ORGANISATION_ID, action],
    ]),
  );
  return row?.n ?? 0;
}

it('eight writers at once, among rows coming in, leave one chain without a gap or a fork', async () => {
  const before = (await verified()).events;
  const writer = async (name: number): Promise<void> => {
    for (let turn = 0; turn < 25; turn += 1) await done(`writer-${name}.wrote`);
  };
  const importer = async (name: number): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) {
      const rows = Array.from({ length: 40 }, (_, row) => ({
        ...{ externalId: `${name}-${turn}-${row}`, department: 'ward-4b', csat: 4 },
        respondedAt: '2026-10-01T12:00:00+07:00',
      }));
      expect((await send(app, 'survey-responses', rows)).accepted).toBe(40);
    }
  };
  await Promise.all(
    [...Array(8).keys()].flatMap((name) => (name < 3 ? [writer(name), importer(name)] : [writer(name)])),
  );
  const report = await verified();
  expect(report).toMatchObject({ fault: null, signed: true });
  expect(report.events).toBeGreaterThanOrEqual(before + 8 * 25);
});

it('work that is undone leaves no event, and work run again leaves one', async () => {
  const before = await count('settings.changed');
  const undone = app.database.inScope(HOME, async (transaction) => {
    audit(transaction, { action: 'settings.changed' });
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow('changed my mind');
  let runs = 0;
  await app.database.inScope(HOME, async (transaction) => {
    audit(transaction, { action: 'settings.changed' });
    runs += 1;
    if (runs === 1) throw Object.assign(new Error('a race was lost'), { code: '40001' });
  });
  expect(await count('settings.changed')).toBe(before + 1);
  expect((await verified()).fault).toBeNull();
});

it('whoever sees one department adds to the trail, and reads none of it', async () => {
  const narrow = { ...HOME, departmentIds: [randomUUID()] };
  const before = await count('complaint.read');
  await done('complaint.read', narrow);
  expect(await count('complaint.read')).toBe(before + 1);
  expect(await app.database.inScope(narrow, ({ query }) => query('select from audit_event'))).toEqual([]);
});

it.each([
  `update audit_event set actor_name = 'Nobody'`,
  'delete from audit_event',
  'truncate audit_event',
  'delete from audit_head',
])('the application itself may not %s', async (sql) => {
  await expect(app.database.inScope(HOME, ({ query }) => query(sql))).rejects.toMatchObject({ code: '42501' });
});

it('a snapshot refuses to put something down, rather than losing it', async () => {
  const reading = app.database.inScope(HOME, async (transaction) => audit(transaction, { action: 'records.read' }), {
    snapshot: true,
  });
  await expect(reading).rejects.toThrow('write before it is opened');
});

it('texts that the database would keep otherwise than they were hashed are made plain first', async () => {
  await app.database.inScope(HOME, async (transaction) => {
    const subject = { kind: 'source', id: 'a\ud800b\0c' };
    audit(transaction, { action: 'source.created', subject, details: { name: 'x\ud800y\0z' } });
  });
  expect((await verified()).fault).toBeNull();
});

it('each organisation has a chain of its own', async () => {
  const other = wholeOf(randomUUID());
  await done('settings.changed', other);
  const report = await verifyTrail(app.database, other, KNOWN);
  expect(report).toMatchObject({ events: 2, signed: true, fault: null });
});
