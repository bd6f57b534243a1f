import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AuditVerificationDto } from '#contracts/audit.dto.ts';
import { HOME_ORGANISATION_ID, HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { newAuditKeyPem, readAuditKey } from '../../apps/api/src/audit/audit-key.ts';
import { storedEvents } from '../../apps/api/src/audit/stored-events.query.ts';
import { type TestApp, openTestApp } from '../app/test-app.ts';
import { setUpOrganisation } from '../ingest/lakeside.ts';
import { type Owner, openOwner } from './owner.ts';

const KEY = readAuditKey(newAuditKeyPem());

let folder: string;
let app: TestApp;
let owner: Owner;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bedside-places-'));
  app = await openTestApp({ signer: KEY, placesFolder: folder });
  await setUpOrganisation(app);
  owner = await openOwner(app.address.ownerUrl);
});

afterAll(async () => {
  await owner.close();
  await app.close();
  await rm(folder, { recursive: true });
});

const verify = async (): Promise<AuditVerificationDto> =>
  (await app.inject({ method: 'POST', url: '/api/v1/audit/verification' })).json<AuditVerificationDto>();

it('a trail taken back to an earlier end that was signed is found by the page, too', async () => {
  for (const name of ['One', 'Two', 'Three']) {
    await app.inject({ method: 'PATCH', url: '/api/v1/sites/riverside', payload: { name } });
  }
  const found = await verify();
  expect(found).toMatchObject({ fault: null, signed: true });
  expect(JSON.parse(await readFile(join(folder, 'audit-verified.json'), 'utf8'))).toEqual({
    [HOME_ORGANISATION_ID]: { seq: found.upTo, hash: found.hash },
  });
  const events = [];
  for await (const page of storedEvents(app.database, HOME_SCOPE, { after: null, upTo: 9_999 })) events.push(...page);
  const earlier = events.at(-2);
  await owner.client.query('delete from audit_event where organisation_id = $1 and seq > $2', [
    ...[HOME_ORGANISATION_ID, earlier?.seq],
  ]);
  await owner.setHead(HOME_ORGANISATION_ID, earlier, KEY);
  expect((await verify()).fault).toEqual({ seq: (earlier?.seq ?? 0) + 1, fault: 'cut' });
});
