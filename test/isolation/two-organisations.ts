import { randomUUID } from 'node:crypto';
import type { Role } from '#domain/role.ts';
import { HOME_ORGANISATION_ID, wholeOf } from '../../apps/api/src/access/access.ts';
import { injectAs, openTestApp, type TestApp } from '../app/test-app.ts';
import { signedIn } from '../app/signed-in.ts';
import { send, setUpOrganisation } from '../ingest/lakeside.ts';

/** What can be named of a department or an organisation. */
export interface Places {
  department: string;
  complaint: number;
  site: string;
  source: string;
  /** A source that may be sent from; naming it makes it one of whoever sends. */
  sender: string;
  touchpoint: string;
  /** Start of the external ids of rows that may be erased. */
  row: string;
  account: string;
  key: string;
  session: string;
  upload: string;
  import: string;
}

export interface TwoOrganisations {
  app: TestApp;
  theirId: string;
  /** Ids of departments by code, ours and theirs. */
  departmentIds: Map<string, string>;
  own: Places;
  sibling: Places;
  other: Places;
  /** Names of the same length that nothing bears. */
  none: Places;
}

export const KEY = 'a-key-for-setting-up';

/** A word in everything that another organisation's patients and people wrote. */
export const THEIR_WORD = 'nightingale';
/** A word in everything that the patients of one's own department wrote. */
export const OUR_WORD = 'goldfinch';
/** A word in everything that the patients of the sibling department wrote. */
export const SIBLINGS_WORD = 'kingfisher';

const THEIR_STRUCTURE = {
  name: 'Far Away Health',
  timeZone: 'UTC',
  sites: [{ code: 'far-away', name: 'Far Away', timeZone: 'UTC', departments: [{ code: 'far-ward', name: 'Ward' }] }],
};

/** Our organisation with two departments and another one, each with complaints, answers, people, sources and keys. */
export async function openTwoOrganisations(): Promise<TwoOrganisations> {
  const app = await openTestApp({ setUpKey: KEY });
  const theirId = randomUUID();
  const them = injectAs(app.app, await signedIn(app.app, { role: 'administrator', organisationId: theirId }));
  await setUpOrganisation(app);
  const made = await them({ method: 'PUT', url: '/api/v1/organisation/structure', payload: THEIR_STRUCTURE });
  if (made.statusCode !== 200) throw new Error(`structure refused: ${made.body}`);
  await app.database.inScope(wholeOf(theirId), ({ query }) =>
    query('update complaint_counter set next_number = 5001 where organisation_id = $1', [theirId]),
  );
  await fill(app, 'ward-4b', 'test-tool', OUR_WORD);
  await fill(app, 'riverside-pharmacy', 'test-tool', SIBLINGS_WORD);
  await fill({ inject: them }, 'far-ward', 'far-tool', THEIR_WORD);
  const ours = await peopleOf(app, HOME_ORGANISATION_ID, 'test-tool', OUR_WORD);
  const theirs = await peopleOf(app, theirId, 'far-tool', THEIR_WORD);
  const own = {
    ...ours,
    department: 'ward-4b',
    complaint: 1,
    site: 'riverside',
    source: 'test-tool',
    sender: 'test-tool',
    touchpoint: 'check-in',
    row: OUR_WORD,
  };
  return {
    app,
    theirId,
    departmentIds: await departmentsOf(app, [HOME_ORGANISATION_ID, theirId]),
    own,
    sibling: { ...own, department: 'riverside-pharmacy', complaint: 2, site: 'riverside', row: SIBLINGS_WORD },
    other: {
      ...theirs,
      department: 'far-ward',
      complaint: 5001,
      site: 'far-away',
      source: 'far-tool',
      sender: 'far-sender',
      touchpoint: 'check-in',
      row: THEIR_WORD,
    },
    none: {
      ...{
        department: 'no-ward',
        complaint: 5009,
        site: 'no-where',
        source: 'no-tool',
        sender: 'no-sender',
        touchpoint: 'no-such',
        row: 'nothing',
      },
      ...{ account: randomUUID(), key: randomUUID(), session: randomUUID() },
      ...{ upload: randomUUID(), import: randomUUID() },
    },
  };
}

async function fill(app: Pick<TestApp, 'inject'>, department: string, source: string, word: string): Promise<void> {
  const at = '2026-10-07T10:00:00Z';
  const row = (id: string) => ({ externalId: `${word}-${id}`, department });
  await send(app, 'complaints', [{ ...row('c'), receivedAt: at, title: word, narrative: `${word} said so` }], source);
  const answers = ROWS.map((id) => ({ ...row(id), respondedAt: at, csat: 5, comment: `${word} was there` }));
  await send(app, 'survey-responses', answers, source);
}

/** Ids of rows, so many that each caller can erase one. */
export const ROWS: readonly string[] = [...'abcdefghijklmnop'];

async function peopleOf(app: TestApp, organisationId: string, source: string, name: string) {
  const ids = {
    ...{ account: randomUUID(), key: randomUUID(), session: randomUUID() },
    ...{ upload: randomUUID(), import: randomUUID() },
  };
  const role: Role = 'staff';
  await app.database.inScope(wholeOf(organisationId), async ({ query }) => {
    const email = `${ids.account}@hospital.example`;
    await query('insert into account (organisation_id, id, email, name, role) values ($1, $2, $3, $4, $5)', [
      ...[organisationId, ids.account, email, name, role],
    ]);
    await query(
      `insert into session (organisation_id, id, secret_hash, account_id, created_at, last_seen_at)
       values ($1, $2, $3, $4, '2100-01-01', '2100-01-01')`,
      [organisationId, ids.session, Buffer.from(ids.session), ids.account],
    );
    await query(
      `insert into machine_key (organisation_id, id, source_id, name, secret_hash, hint, created_at, created_by)
       select organisation_id, $2, id, 'Nightly', $3, 'x', now(), 'Test' from source where organisation_id = $1 and code = $4`,
      [organisationId, ids.key, Buffer.from(ids.key), source],
    );
    await query(
      `insert into upload (organisation_id, id, account_id, name, bytes, kept_until)
       values ($1, $2, $3, $4, 10, '2100-01-01')`,
      [organisationId, ids.upload, ids.account, `${name}.csv`],
    );
    await query(
      `insert into import (organisation_id, id, source_id, kind, name, started_at, way, state)
       select organisation_id, $2, id, 'survey-responses', $3, '2026-10-08', 'upload', 'done'
       from source where organisation_id = $1 and code = $4`,
      [organisationId, ids.import, `${name}.csv`, source],
    );
  });
  return ids;
}

async function departmentsOf(app: TestApp, organisationIds: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const organisationId of organisationIds) {
    const rows = await app.database.inScope(wholeOf(organisationId), ({ query }) =>
      query<{ code: string; id: string }>('select code, id from department where organisation_id = $1', [
        organisationId,
      ]),
    );
    for (const { code, id } of rows) found.set(code, id);
  }
  return found;
}
