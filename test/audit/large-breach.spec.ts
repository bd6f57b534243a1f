import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BreachReportDto } from '#contracts/audit.dto.ts';
import { HOME_ORGANISATION_ID, HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { allBreachRecords, type BreachSpan } from '../../apps/api/src/audit/breach.query.ts';
import { type TestApp, openTestApp } from '../app/test-app.ts';
import { setUpOrganisation } from '../ingest/lakeside.ts';
import { type Owner, openOwner } from './owner.ts';

/** One account that opened many pages of records, more of them than are ever read from the database at once. */
const [EVENTS, RECORDS_EACH] = [800, 100];
const RECORDS = EVENTS * RECORDS_EACH;
const READER = randomUUID();

let app: TestApp;
let owner: Owner;

beforeAll(async () => {
  app = await openTestApp();
  await setUpOrganisation(app);
  owner = await openOwner(app.address.ownerUrl);
  await owner.client.query(
    `insert into audit_event (organisation_id, seq, at, actor_kind, actor_id, actor_name, address, action, records,
       details, previous_hash, hash)
     select $1, 1000 + e, '2026-03-10T08:00:00Z'::timestamptz + e * interval '1 second', 'person', $2, 'Reader',
       '198.51.100.7', 'records.read',
       array(select ('00000000-0000-7000-8000-' || lpad(to_hex(e * $4::int + r), 12, '0'))::uuid from generate_series(1, $4::int) r),
       '{}', '', ''
     from generate_series(1, $3::int) e`,
    [HOME_ORGANISATION_ID, READER, EVENTS, RECORDS_EACH],
  );
  await owner.client.query('update audit_head set seq = 1000 + $2 where organisation_id = $1', [
    ...[HOME_ORGANISATION_ID, EVENTS],
  ]);
});

afterAll(async () => {
  await owner.close();
  await app.close();
});

const fileOf = (format: string) =>
  fetch(`${app.url}/api/v1/audit/breach-report/file?actor=${READER}&from=2026-03-01&to=2026-04-01&format=${format}`, {
    headers: app.administrator,
  });

const openTransactions = async (): Promise<number> => {
  const { rows } = await owner.client.query(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and xact_start is not null
       and backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  return rows[0].n;
};

describe('a breach report of very many records', () => {
  it('leaves as a table with every one of them once', async () => {
    const lines = (await (await fileOf('csv')).text()).trimEnd().split('\r\n');
    expect(lines[0]).toContain(`${EVENTS} events,${RECORDS} records`);
    expect(new Set(lines.slice(2).map((line) => line.slice(0, 36))).size).toBe(RECORDS);
    expect(lines).toHaveLength(RECORDS + 2);
  });

  it('leaves as JSON with every one of them once', async () => {
    const report = (await (await fileOf('json')).json()) as BreachReportDto;
    expect(report).toMatchObject({ events: EVENTS, records: RECORDS, actor: { id: READER, name: 'Reader' } });
    expect(new Set(report.rows.map(({ id }) => id)).size).toBe(RECORDS);
    expect(await openTransactions()).toBe(0);
  });

  it('is read no faster than it is taken, and the database is free again once nobody takes any more', async () => {
    const span: BreachSpan = [HOME_ORGANISATION_ID, READER, '2026-03-01', '2026-04-01', 'UTC', 9_999];
    const pages = allBreachRecords(app.database, HOME_SCOPE, span);
    const { value } = await pages.next();
    expect(value?.length).toBeLessThanOrEqual(RECORDS / 8);
    expect(await openTransactions()).toBe(1);
    await pages.return(undefined);
    expect(await openTransactions()).toBe(0);
  });

  it('tells nothing of what was done after it was begun', async () => {
    const span: BreachSpan = [HOME_ORGANISATION_ID, READER, '2026-03-01', '2026-04-01', 'UTC', 1_001];
    const rows = [];
    for await (const page of allBreachRecords(app.database, HOME_SCOPE, span)) rows.push(...page);
    expect(rows).toHaveLength(RECORDS_EACH);
  });
});
