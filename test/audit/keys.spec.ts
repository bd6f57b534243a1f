import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { wholeOf } from '../../apps/api/src/access/access.ts';
import { type AuditKey, AuditKeyTrouble, newAuditKeyPem, readAuditKey } from '../../apps/api/src/audit/audit-key.ts';
import { audit } from '../../apps/api/src/audit/audit.ts';
import { installationKey } from '../../apps/api/src/audit/installation-key.ts';
import { readPublicKey } from '../../apps/api/src/audit/public-key.ts';
import { verifyTrail } from '../../apps/api/src/audit/verify-trail.ts';
import { applicationDataSource } from '../../apps/api/src/database/data-source.ts';
import { Database } from '../../apps/api/src/database/database.ts';
import { openTestDatabase, type TestDatabase } from '../postgres/test-database.ts';
import { rechained } from './chain.ts';
import { openOwner, type Owner } from './owner.ts';
import { storedEvents } from '../../apps/api/src/audit/stored-events.query.ts';

describe('the key of an installation', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bedside-key-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is made once, whoever of several is first, and only its owner may read it', async () => {
    const keys = await Promise.all(Array.from({ length: 6 }, () => installationKey(folder, {})));
    expect(new Set(keys.map((key) => key?.publicKey)).size).toBe(1);
    expect((await stat(join(folder, 'audit-key.pem'))).mode & 0o777).toBe(0o600);
  });

  it('is what BEDSIDE_AUDIT_KEY says, as a PEM, on one line, or as base64', async () => {
    const pem = newAuditKeyPem();
    const der = pem.replace(/-----[A-Z ]+-----|\s/g, '');
    const seed = Buffer.from(der, 'base64').subarray(-32).toString('base64');
    const { publicKey } = readAuditKey(pem);
    for (const text of [pem, pem.replaceAll('\n', '\\n'), der, seed]) {
      expect((await installationKey(folder, { BEDSIDE_AUDIT_KEY: text }))?.publicKey).toBe(publicKey);
    }
    const asPem = createPublicKey(pem).export({ format: 'pem', type: 'spki' }).toString();
    expect(readPublicKey(asPem)).toBe(publicKey);
  });

  it('is none for a database of the operator’s own without one, and no folder is touched', async () => {
    const nowhere = join(folder, 'nowhere');
    expect(await installationKey(nowhere, { DATABASE_URL: 'postgres://elsewhere' })).toBeUndefined();
    await expect(readFile(nowhere)).rejects.toThrow('ENOENT');
  });

  it.each(['', 'password', '-----BEGIN PRIVATE KEY-----', 'AAAA'])('is refused in a sentence as %j', (text) => {
    expect(() => readAuditKey(text)).toThrow(AuditKeyTrouble);
    expect(() => readPublicKey(text)).toThrow(AuditKeyTrouble);
  });
});

describe('a trail and its keys', () => {
  let testDatabase: TestDatabase;
  let dataSource: DataSource;
  let owner: Owner;
  const [first, second] = [readAuditKey(newAuditKeyPem()), readAuditKey(newAuditKeyPem())];

  beforeAll(async () => {
    testDatabase = await openTestDatabase();
    dataSource = await applicationDataSource(testDatabase.address).initialize();
    owner = await openOwner(testDatabase.address.ownerUrl);
  });
  afterAll(async () => {
    await owner.close();
    await dataSource.destroy();
    await testDatabase.close();
  });

  const write = async (organisationId: string, key: AuditKey | undefined, times = 1): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      await new Database(dataSource, key).inScope(wholeOf(organisationId), async (transaction) =>
        audit(transaction, { action: 'settings.changed' }),
      );
    }
  };
  const verify = (organisationId: string, key: AuditKey | null, earlier: AuditKey[] = [], vouched: number[] = []) =>
    verifyTrail(new Database(dataSource), wholeOf(organisationId), {
      publicKey: key?.publicKey ?? null,
      earlierKeys: earlier.map(({ publicKey }) => publicKey),
      vouched,
    });

  it('without a key is chained, and says that it is not signed', async () => {
    const organisation = randomUUID();
    await write(organisation, undefined, 3);
    expect(await verify(organisation, null)).toMatchObject({ events: 3, signed: false, fault: null });
    expect((await verify(organisation, first)).fault).toEqual({ seq: 3, fault: 'head-unsigned' });
  });

  it('goes over to another key where who knows the earlier one can tell that it was genuine', async () => {
    const organisation = randomUUID();
    await write(organisation, first, 2);
    await write(organisation, second);
    expect((await verify(organisation, second, [first])).fault).toBeNull();
    expect((await verify(organisation, second)).fault).toEqual({ seq: 4, fault: 'key-unknown' });
    expect((await verify(organisation, second, [], [4])).fault).toBeNull();
    expect((await verify(organisation, first, [second])).fault).toEqual({ seq: 5, fault: 'head-forged' });
    expect((await verify(organisation, null)).fault).toEqual({ seq: 4, fault: 'key-unknown' });
  });

  it('that somebody rewrote is not made genuine by what Bedside adds to it later', async () => {
    const organisation = randomUUID();
    await write(organisation, first, 5);
    const database = new Database(dataSource, first);
    for await (const events of storedEvents(database, wholeOf(organisation), { after: null, upTo: 99 })) {
      const forged = rechained(events.filter(({ seq }) => seq !== 3));
      await owner.client.query('delete from audit_event where organisation_id = $1', [organisation]);
      await owner.write(forged);
      await owner.setHead(organisation, forged.at(-1), Buffer.alloc(64, 1));
    }
    await write(organisation, first, 2);
    expect((await verify(organisation, first)).fault).toEqual({ seq: 6, fault: 'key-unknown' });
  });
});
