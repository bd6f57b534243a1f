import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { audit } from '../../apps/api/src/audit/audit.ts';
import { type CommandLine, openCommandLine } from '../import/command-line.ts';

let bedside: CommandLine;
let folder: string;
let exported: string;

beforeAll(async () => {
  bedside = await openCommandLine();
  folder = await mkdtemp(join(tmpdir(), 'bedside-audit-'));
  exported = join(folder, 'trail.ndjson');
  await write(6);
  await bedside.run('audit', 'export', '--out', exported);
});

afterAll(async () => {
  await bedside.close();
  await rm(folder, { recursive: true });
});

async function write(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await bedside.database.inScope(HOME_SCOPE, async (transaction) => {
      const subject = { kind: 'source', id: 'Bệnh viện "một"\u2028' };
      audit(transaction, { action: 'source.changed', subject, details: { rows: 1.5, name: 'ſ' } });
    });
  }
}

const verify = (...more: string[]) => bedside.run('audit', 'verify', ...more);

/** An export with one thing changed, in a file of its own. */
async function changed(change: (lines: string[]) => void): Promise<string> {
  const lines = (await readFile(exported, 'utf8')).split('\n');
  change(lines);
  const path = join(folder, `changed-${Math.random()}.ndjson`);
  await writeFile(path, lines.join('\n'));
  return path;
}

const DELETE_FOUR = (lines: string[]): void => void lines.splice(4, 1);
const RENAME = (lines: string[]): void => void (lines[3] = (lines[3] ?? '').replace('"Bedside"', '"Somebody"'));
const CUT = (lines: string[]): void => void lines.splice(-4);

describe('audit export', () => {
  it('writes the trail, itself on it, and never over another file', async () => {
    const lines = (await readFile(exported, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).action)).toEqual([
      undefined,
      'audit-key.began',
      ...Array.from({ length: 6 }, () => 'source.changed'),
      'audit.exported',
      undefined,
    ]);
    const again = await bedside.run('audit', 'export', '--out', exported);
    expect(again).toMatchObject({ status: 1, noted: expect.stringContaining('is there already') });
  });

  it('wants instants for a span', async () => {
    const { status, noted } = await bedside.run('audit', 'export', '--out', join(folder, 'x'), '--from', 'monday');
    expect({ status, noted }).toMatchObject({ status: 1, noted: expect.stringContaining('2026-11-01T00:00:00Z') });
  });
});

describe('audit verify', () => {
  it('finds everything as written', async () => {
    const { status, printed } = await verify();
    expect({ status, printed }).toEqual({
      status: 0,
      printed: expect.stringMatching(/8 events are as written.*\n.*\nSigned/),
    });
  });

  it('verifies an export by itself, and with the key somebody was told', async () => {
    expect(await verify('--export', exported)).toMatchObject({ status: 0 });
    const key = join(folder, 'key.pub');
    await writeFile(
      key,
      `-----BEGIN PUBLIC KEY-----\n${bedside.database.signer?.publicKey}\n-----END PUBLIC KEY-----\n`,
    );
    expect(await verify('--export', exported, '--public-key', key)).toMatchObject({ status: 0 });
    await writeFile(key, 'MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=');
    expect(await verify('--export', exported, '--public-key', key)).toMatchObject({
      status: 1,
      printed: expect.stringContaining('not with this key'),
    });
  });

  it.each([
    ['deleted', DELETE_FOUR, 'Event 4: this event is missing'],
    ['edited', RENAME, 'Event 3: what this event says is not what was written'],
    ['cut', CUT, 'Event 7: this event is missing'],
  ])('names the first place where an export was %s', async (_, change, told) => {
    const { status, printed } = await verify('--export', await changed(change));
    expect({ status, printed }).toEqual({ status: 1, printed: expect.stringContaining(told) });
  });

  it('says in one sentence what it cannot read', async () => {
    expect(await verify('--export', join(folder, 'nothing'))).toMatchObject({ status: 1 });
    expect((await verify('--export', await changed((lines) => void lines.splice(0, 1)))).printed).toContain('Event 0');
    expect((await verify('--vouch', 'x')).noted).toContain('number of an event');
  });

  it('remembers how far it came, and finds out when that is gone', async () => {
    await write(2);
    expect((await verify('--since', exported)).status).toBe(0);
    const places = JSON.parse(await readFile(join(bedside.dataFolder, 'audit-verified.json'), 'utf8'));
    expect(Object.values(places)).toEqual([{ seq: 10, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    await bedside.ask('delete from audit_event; delete from audit_head');
    expect(await verify()).toMatchObject({
      status: 1,
      printed: expect.stringContaining('Event 1: an event that was there'),
    });
    await rm(join(bedside.dataFolder, 'audit-verified.json'));
    expect(await verify()).toMatchObject({ status: 0 });
    expect(await verify('--since', exported)).toMatchObject({ status: 1 });
  });
});

describe('the verifier in docs/audit.md', () => {
  let script: string;
  beforeAll(async () => {
    const guide = await readFile(join(import.meta.dirname, '..', '..', 'docs', 'audit.md'), 'utf8');
    script = join(folder, 'verify.mjs');
    await writeFile(script, /```js\n([\s\S]+?)```/.exec(guide)?.[1] ?? '');
  });

  const run = (path: string) =>
    promisify(execFile)(process.execPath, [script, path]).then(
      ({ stdout }) => ({ status: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ status: code, stdout }),
    );

  it('finds an export as written', async () => {
    const told = await run(exported);
    expect(told).toEqual({
      status: 0,
      stdout: expect.stringContaining('8 events as written, up to event 8 of a trail of 8'),
    });
  });

  it.each([
    ['deleted', DELETE_FOUR],
    ['edited', RENAME],
    ['cut', CUT],
    [
      'given another first line',
      (lines: string[]): void => void (lines[0] = (lines[0] ?? '').replace('Ed25519', 'none')),
    ],
  ])('finds what was %s', async (_, change) => {
    expect((await run(await changed(change))).status).toBe(1);
  });
});
