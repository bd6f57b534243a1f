import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { PostgresTrouble } from './postgres-trouble.ts';

/** Who Postgres runs as when Bedside itself runs as root, which Postgres refuses. */
export interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

/** In order of preference; every Unix has the last. */
const CANDIDATES = ['postgres', 'nobody'];

/** Null for an ordinary user, who runs Postgres as themselves; else the owner of the data, or a system user without rights. */
export async function userForPostgres(dataFolder: string): Promise<SystemUser | null> {
  if (process.getuid?.() !== 0) return null;
  const users = parsePasswd(await readFile('/etc/passwd', 'utf8'));
  const owner = await stat(dataFolder).catch(() => null);
  if (owner !== null && owner.uid !== 0) {
    const known = users.find(({ uid }) => uid === owner.uid);
    return known ?? { name: String(owner.uid), uid: owner.uid, gid: owner.gid };
  }
  const user = CANDIDATES.map((name) => users.find((one) => one.name === name)).find((one) => one !== undefined);
  if (user === undefined) {
    throw new PostgresTrouble(
      'Postgres refuses to run as root, and this machine has no user for it. Run: useradd --system postgres',
    );
  }
  return user;
}

export function parsePasswd(text: string): SystemUser[] {
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4 && Number(fields[2]) > 0)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** Whether the user may read (and, a folder, enter) the path and enter every folder above it, by the modes alone. */
export async function reachable(path: string, { uid, gid }: SystemUser): Promise<boolean> {
  let needed = 0o4;
  for (let at = resolve(path); ; at = dirname(at)) {
    const found = await stat(at);
    if (found.isDirectory()) needed |= 0o1;
    const shift = found.uid === uid ? 6 : found.gid === gid ? 3 : 0;
    if (((found.mode >> shift) & needed) !== needed) return false;
    if (at === dirname(at)) return true;
    needed = 0o1;
  }
}
