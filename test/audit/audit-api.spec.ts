import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditPageDto, AuditVerificationDto, BreachReportDto } from '#contracts/audit.dto.ts';
import { HOME_ORGANISATION_ID, wholeOf } from '../../apps/api/src/access/access.ts';
import { newAuditKeyPem, readAuditKey } from '../../apps/api/src/audit/audit-key.ts';
import { audit } from '../../apps/api/src/audit/audit.ts';
import { verifyExport } from '../../apps/api/src/audit/verify-export.ts';
import type { Actor } from '../../apps/api/src/database/scope.ts';
import { signedIn } from '../app/signed-in.ts';
import { injectAs, openTestApp, type TestApp } from '../app/test-app.ts';

const KEY = readAuditKey(newAuditKeyPem());
const [A, B] = ['0a0a0a0a-0000-4000-8000-000000000001', '0a0a0a0a-0000-4000-8000-000000000002'];
const [RECORD, OTHER] = ['0c0c0c0c-0000-4000-8000-000000000001', '0c0c0c0c-0000-4000-8000-000000000002'];

let app: TestApp;

beforeAll(async () => {
  app = await openTestApp({ signer: KEY });
  const actor = (id: string, name: string): Actor => ({ kind: 'person', id, name, address: '10.1.1.7' });
  await acts(actor(A, 'Ona Petraitė'), 'complaint.read', [RECORD]);
  await acts(actor(A, 'Ona Petraitė'), 'records.read', [RECORD, OTHER]);
  await acts(actor(B, '=cmd()'), 'complaint.moved', [OTHER]);
});

afterAll(() => app.close());

const acts = (actor: Actor, action: string, records: string[]) =>
  app.database.inScope(wholeOf(HOME_ORGANISATION_ID, actor), async (transaction) =>
    audit(transaction, { action, subject: { kind: 'complaint', id: '12' }, records }),
  );

const get = (path: string) => app.inject({ method: 'GET', url: `/api/v1/audit${path}` });
const page = async (query: string) => (await get(query)).json<AuditPageDto>();
const search = async (payload: object) =>
  (await app.inject({ method: 'POST', url: '/api/v1/audit/search', payload })).json<AuditPageDto>();
const readings = async () => (await page('?action=audit.read&limit=200')).rows.length;

describe('the search', () => {
  it.each([
    [`?actor=${A}`, ['records.read', 'complaint.read']],
    [`?record=${RECORD}`, ['records.read', 'complaint.read']],
    [`?record=${OTHER}&action=complaint.`, ['complaint.moved']],
    ['?action=complaint&from=2020-01-01&to=2100-01-01', ['complaint.moved', 'complaint.read']],
    ['?action=complaint&from=2100-01-01', []],
  ])('%s finds %j', async (query, actions) => {
    expect((await page(query)).rows.map(({ action }) => action)).toEqual(actions);
  });

  it.each([
    [{ q: 'petrait', subject: '12', subjectKind: 'complaint' }, ['records.read', 'complaint.read']],
    [{ q: '%' }, []],
  ])('%j finds %j', async (asked, actions) => {
    expect((await search(asked)).rows.map(({ action }) => action)).toEqual(actions);
  });

  it.each([
    ['?from=2026-02-31', 'from must be a day that exists'],
    ['?record=x', 'record must be the id of a record'],
    ['?action=%25', 'action must be an action like'],
    ['?cursor=-1', 'cursor must be'],
    ['?q=Ona', 'property q should not exist'],
    ['?subject=Ona%20P', 'subject must be a number, an id or a code'],
  ])('%s is refused with the remedy', async (query, told) => {
    const answer = await get(query);
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain(told);
  });

  it('is itself on the trail: once a question, not once a page, and never by beginning in the middle', async () => {
    const before = await readings();
    const first = await page('?limit=1&subject=12');
    const second = await page(`?limit=1&subject=12&cursor=${first.next}`);
    await page(`?limit=1&subject=12&cursor=${second.next}`);
    expect(first.rows[0]?.action).toBe('complaint.moved');
    expect(second.rows[0]?.action).toBe('records.read');
    // One for the question; each count of the readings is a question as well.
    expect(await readings()).toBe(before + 2);
    await search({ q: 'ona', cursor: '99999' });
    expect(await readings()).toBe(before + 4);
  });

  it('does not keep what was typed to look for', async () => {
    await search({ q: 'CanaryName' });
    const { rows } = await page('?action=audit.read&limit=5');
    expect(JSON.stringify(rows)).not.toContain('CanaryName');
    expect(rows.some(({ details }) => typeof details.searched === 'string')).toBe(true);
  });
});

describe('a breach report', () => {
  const asked = `actor=${A}&from=2020-01-01&to=2100-01-01`;

  it('tells every record one account saw, how often, when and from where', async () => {
    const report = (await get(`/breach-report?${asked}`)).json<BreachReportDto>();
    expect(report).toMatchObject({
      actor: { id: A, kind: 'person', name: 'Ona Petraitė' },
      ...{ events: 2, records: 2, addresses: ['10.1.1.7'], timeZone: 'UTC' },
      actions: [
        { action: 'complaint.read', events: 1, records: 1 },
        { action: 'records.read', events: 1, records: 2 },
      ],
    });
    expect(report.rows.map(({ id, times, kind }) => [id, times, kind])).toEqual([
      [RECORD, 2, 'gone'],
      [OTHER, 1, 'gone'],
    ]);
    expect((await get(`/breach-report?actor=${A}&from=2020-01-01&to=2020-02-01`)).json()).toMatchObject({
      events: 0,
      rows: [],
    });
  });

  it('can be taken along as a table in which no cell is a formula, and as JSON', async () => {
    const csv = await get(`/breach-report/file?${asked.replace(A, B)}&format=csv`);
    expect(csv.headers['content-disposition']).toBe('attachment; filename="breach-report.csv"');
    expect(csv.body).toContain(`,'=cmd(),${B},`);
    expect(csv.body).toContain(`${OTHER},gone,,,1,`);
    expect((await get(`/breach-report/file?${asked}&format=json`)).json()).toMatchObject({ records: 2 });
    expect((await get(`/breach-report/file?${asked}&format=xls`)).statusCode).toBe(400);
  });

  it('is on the trail, with whose reading was looked into', async () => {
    const { rows } = await page('?action=breach-report');
    expect(rows.at(-1)).toMatchObject({ action: 'breach-report.made', subjectKind: 'account', subject: A });
    expect(rows.map(({ action }) => action)).toContain('breach-report.exported');
  });

  it('knows nobody who never did anything', async () => {
    expect((await get(`/breach-report?${asked.replace(A, RECORD)}`)).statusCode).toBe(404);
  });
});

it('names who has acted', async () => {
  expect((await get('/actors')).json()).toEqual(
    expect.arrayContaining([{ id: A, kind: 'person', name: 'Ona Petraitė', lastAt: expect.any(String) }]),
  );
});

it('is verified on demand', async () => {
  const answer = await app.inject({ method: 'POST', url: '/api/v1/audit/verification' });
  expect(answer.json<AuditVerificationDto>()).toMatchObject({
    ...{ signed: true, publicKey: KEY.publicKey, keyChanges: [], fault: null },
    ...{ events: expect.any(Number), at: expect.any(String) },
  });
});

it('is exported so that the export is its last line but one, and verifies by itself', async () => {
  const answer = await get('/export');
  expect(answer.headers['content-type']).toContain('application/x-ndjson');
  const lines = answer.body.trimEnd().split('\n');
  expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({ action: 'audit.exported', actor: { kind: 'person' } });
  const report = await verifyExport(each(lines), { publicKey: KEY.publicKey, earlierKeys: [], vouched: [] });
  expect(report).toMatchObject({ signed: true, fault: null, events: lines.length - 2 });
  const part = (await get('/export?from=2020-01-01&to=2020-02-01')).body.trimEnd().split('\n');
  expect(part).toHaveLength(2);
});

it.each(['quality-manager', 'department-head', 'staff'] as const)('is closed to a %s', async (role) => {
  const inject = injectAs(app.app, await signedIn(app.app, { role }));
  for (const path of ['', '/actors', '/export', `/breach-report?actor=${A}&from=2020-01-01&to=2100-01-01`]) {
    expect((await inject({ method: 'GET', url: `/api/v1/audit${path}` })).statusCode).toBe(403);
  }
});

it('is open to an auditor', async () => {
  const inject = injectAs(app.app, await signedIn(app.app, { role: 'auditor' }));
  expect((await inject({ method: 'GET', url: '/api/v1/audit' })).statusCode).toBe(200);
});

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
