import { randomBytes } from 'node:crypto';
import { execFile } from 'node:child_process';
import { chmod, chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SystemUser } from './system-user.ts';

/** The superuser of the embedded database, who owns the schema. */
export const OWNER = 'bedside';

const run = promisify(execFile);

/** The password of the cluster in `home`, made with the cluster and readable by nobody else. */
export async function clusterPassword(home: string, user: SystemUser | null): Promise<string> {
  const file = join(home, 'password');
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known !== '') return known;
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, password, { mode: 0o600 });
  await chmod(file, 0o600);
  if (user !== null) await chown(file, user.uid, user.gid);
  return password;
}

/** Creates the data folder unless it is there: UTF-8, sorted by code point, passwords only. One that was cut short is begun again. */
export async function createCluster(home: string, initdb: string, user: SystemUser | null): Promise<void> {
  const data = join(home, 'data');
  if (await stat(data).catch(() => null)) return;
  const unfinished = join(home, 'data.unfinished');
  await rm(unfinished, { recursive: true, force: true });
  await run(
    initdb,
    [
      ...['-D', unfinished, '-U', OWNER, '--pwfile', join(home, 'password'), '--auth=scram-sha-256'],
      ...[
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
      ],
    ],
    { ...(user && { uid: user.uid, gid: user.gid }), cwd: home, env: { PATH: process.env.PATH, LC_ALL: 'C' } },
  );
  await rename(unfinished, data);
}
