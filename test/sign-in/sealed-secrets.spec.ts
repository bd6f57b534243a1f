import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { SettingTrouble } from '../../apps/api/src/serving/setting-trouble.ts';
import {
  NO_SECRET_KEY,
  installationSecretKeys,
} from '../../apps/api/src/sign-in/second-factor/installation-secret-keys.ts';
import { SealAnew } from '../../apps/api/src/sign-in/second-factor/seal-anew.ts';
import { SecretKeys } from '../../apps/api/src/sign-in/second-factor/secret-keys.ts';
import { type TestApp, openTestApp } from '../app/test-app.ts';
import { setUpOrganisation } from '../ingest/lakeside.ts';
import { PASSWORD, addPerson, sql } from './people.ts';
import { type VisitingBrowser, openVisitingBrowser } from './visiting-browser.ts';

const [OLD, NEW] = [randomBytes(32), randomBytes(32)];

let app: TestApp;
let visits = 0;
beforeAll(async () => {
  app = await openTestApp({ secretKeys: new SecretKeys([OLD]) });
  await setUpOrganisation(app);
});
afterAll(() => app.close());

const newBrowser = () => openVisitingBrowser(app, `198.51.100.${(visits += 1)}`);

interface Enrolled {
  id: string;
  email: string;
  secret: string;
  recoveryCodes: string[];
}

async function enrolled(): Promise<Enrolled> {
  const person = await addPerson(app);
  const browser = newBrowser();
  await browser.send('POST', 'session', { email: person.email, password: PASSWORD });
  const { body: invitation } = await browser.send<{ secret: string }>('POST', 'account/second-factor');
  const { body } = await browser.send<{ recoveryCodes: string[] }>('PUT', 'account/second-factor', {
    code: codeOf(invitation.secret, -1),
  });
  return { ...person, secret: invitation.secret, recoveryCodes: body.recoveryCodes };
}

/** Of now, or of a step beside it. */
const codeOf = (secret: string, steps = 0): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + steps * 30_000 });

async function halfIn({ email }: { email: string }): Promise<VisitingBrowser> {
  const browser = newBrowser();
  await browser.send('POST', 'session', { email, password: PASSWORD });
  return browser;
}

const show = async (person: Enrolled, code: string) =>
  (await halfIn(person)).send<{ reason?: string; message?: string }>('POST', 'session/second-factor', { code });

async function stored({ id }: { id: string }): Promise<Buffer> {
  const [row] = await sql<{ secret: Buffer }>(app, 'select totp_secret as secret from account where id = $1', [id]);
  return row?.secret ?? Buffer.alloc(0);
}

const store = ({ id }: { id: string }, secret: Buffer) =>
  sql(app, 'update account set totp_secret = $2, totp_last_step = null where id = $1', [id, secret]);

describe('the secret of a second factor', () => {
  it('lies sealed in the database, and its codes let in', async () => {
    const person = await enrolled();
    const bytes = Buffer.from(Secret.fromBase32(person.secret).bytes);
    expect((await stored(person)).includes(bytes)).toBe(false);
    expect(await show(person, codeOf(person.secret))).toMatchObject({ status: 200 });
  });

  it('counts for nobody whose account it was not sealed for', async () => {
    const [owner, thief] = [await enrolled(), await enrolled()];
    await store(thief, await stored(owner));
    expect(await show(thief, codeOf(owner.secret))).toMatchObject({
      status: 409,
      body: { reason: 'second-factor-unreadable' },
    });
  });

  it('that was changed or lies there unsealed lets nobody in, but a recovery code does', async () => {
    const person = await enrolled();
    const changed = await stored(person);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    for (const odd of [changed, Buffer.from(Secret.fromBase32(person.secret).bytes)]) {
      await store(person, odd);
      const { status, body } = await show(person, codeOf(person.secret));
      expect({ status, reason: body.reason }).toEqual({ status: 409, reason: 'second-factor-unreadable' });
      expect(body.message).toContain('ask an administrator');
    }
    expect(await show(person, person.recoveryCodes[0] ?? '')).toMatchObject({ status: 200 });
    const told = await sql<{ details: string }>(
      app,
      `select details from audit_event where action = 'session.refused' and subject = $1 order by seq desc limit 1`,
      [person.id],
    );
    expect(JSON.parse(told[0]?.details ?? '{}')).toEqual({ shown: 'second-factor', why: 'key-lost' });
  });
});

describe('a start', () => {
  const startWith = (...keys: [Buffer, ...Buffer[]]) => new SealAnew(app.database, new SecretKeys(keys)).atStart();

  it('seals what was kept unsealed or with an earlier key, once, and says what it cannot read', async () => {
    await sql(app, 'update account set totp_secret = null, totp_enabled_at = null where organisation_id = $1', [
      HOME_ORGANISATION_ID,
    ]);
    const [bare, earlier, lost] = [await enrolled(), await enrolled(), await enrolled()];
    const secretOf = (person: Enrolled) => Buffer.from(Secret.fromBase32(person.secret).bytes);
    await store(bare, secretOf(bare));
    await store(lost, new SecretKeys([randomBytes(32)]).seal(secretOf(lost), { ...HOME, id: lost.id }));
    const said = await startWith(NEW, OLD);
    expect(said).toEqual([
      'The secrets of second factors were sealed with the new key: 2 of them.',
      expect.stringContaining('that no key given here can read: 1.'),
    ]);
    expect(await startWith(NEW, OLD)).toEqual(said.slice(1));
    const alone = new SecretKeys([NEW]);
    for (const person of [bare, earlier]) {
      const opened = alone.open(await stored(person), { ...HOME, id: person.id });
      expect(opened).toEqual({ secret: secretOf(person), outdated: false });
    }
  });

  it('says what to do where there is no key', async () => {
    expect(await new SealAnew(app.database).atStart()).toEqual([NO_SECRET_KEY]);
  });
});

const HOME = { organisationId: HOME_ORGANISATION_ID };

describe('an installation without a key', () => {
  let keyless: TestApp;
  beforeAll(async () => {
    keyless = await openTestApp({ secretKeys: undefined });
    await setUpOrganisation(keyless);
  });
  afterAll(() => keyless.close());

  it('lets nobody set up a second factor, and nobody ask everybody for one', async () => {
    const asked = await keyless.inject({ method: 'POST', url: '/api/v1/account/second-factor' });
    expect({ status: asked.statusCode, reason: asked.json().reason }).toEqual({
      status: 409,
      reason: 'second-factor-unavailable',
    });
    const { rules } = (await keyless.inject('/api/v1/settings')).json();
    const payload = { version: rules.version, secondFactorRequired: true };
    const changed = await keyless.inject({ method: 'PATCH', url: '/api/v1/settings', payload });
    expect({ status: changed.statusCode, reason: changed.json().reason }).toEqual({
      status: 409,
      reason: 'second-factor-unavailable',
    });
  });
});

describe('the key of an installation', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bedside-secret-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is made once where Bedside keeps its own database, and only its owner may read it', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => installationSecretKeys(folder, {})));
    const owner = { ...HOME, id: 'one' };
    const sealed = all[0]?.seal(OLD, owner) ?? Buffer.alloc(0);
    expect(all.map((keys) => keys?.open(sealed, owner)?.secret)).toEqual(all.map(() => OLD));
    expect((await stat(join(folder, 'secret-key.txt'))).mode & 0o777).toBe(0o600);
  });

  it('is what BEDSIDE_SECRET_KEY says, and none for another database without it', async () => {
    const given = await installationSecretKeys(folder, {
      DATABASE_URL: 'postgres://elsewhere',
      BEDSIDE_SECRET_KEY: OLD.toString('base64'),
    });
    expect(given).toEqual(new SecretKeys([OLD]));
    const nowhere = join(folder, 'nowhere');
    expect(await installationSecretKeys(nowhere, { DATABASE_URL: 'postgres://elsewhere' })).toBeUndefined();
    await expect(readFile(nowhere)).rejects.toThrow('ENOENT');
  });

  it('that is none keeps Bedside from starting, in a sentence', async () => {
    const given = installationSecretKeys(folder, { BEDSIDE_SECRET_KEY: 'password' });
    await expect(given).rejects.toThrow(SettingTrouble);
    await expect(given).rejects.toThrow('openssl rand -base64 32');
    await writeFile(join(folder, 'secret-key.txt'), 'torn');
    await expect(installationSecretKeys(folder, {})).rejects.toThrow('bring it back from a backup');
  });
});
