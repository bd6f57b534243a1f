import { randomBytes, randomUUID } from 'node:crypto';
import { execFile } from 'node:child_process';
import { chown, link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { madeWhole } from './made-whole.ts';
import type { SystemUser } from './system-user.ts';

/** The superuser of the embedded database, who owns the schema. */
export const OWNER = 'bedside';

const run = promisify(execFile);

/** The password of the cluster in `home`, made with the cluster and readable by nobody else. */
export async function clusterPassword(home: string, user: SystemUser | null): Promise<string> {
  const file = join(home, 'password');
  const mine = `${file}-${randomUUID()}`;
  await writeFile(mine, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (user !== null) await chown(mine, user.uid, user.gid);
  // Whoever is first decides; another command may be starting at the same time.
  await link(mine, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(mine);
  return readFile(file, 'utf8');
}

/** Creates the data folder unless it is there: UTF-8, sorted by code point, passwords only. */
export function createCluster(home: string, initdb: string, user: SystemUser | null): Promise<void> {
  return madeWhole(join(home, 'data'), async (aside) => {
    await run(
      initdb,
      [
        ...['-D', aside, '-U', OWNER, '--pwfile', join(home, 'password'), '--auth=scram-sha-256'],
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
  });
}
