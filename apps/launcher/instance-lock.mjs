import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onDisk, Refusal } from './refusal.mjs';
import { DATA } from './places.mjs';

const FILE = join(DATA, 'running.json');

/**
 * One Bedside a data folder. Takes the lock, or refuses with the address of the one that holds it; a lock whose process is
 * gone, or whose number was given to another process since, is taken over.
 */
export async function takeLock() {
  onDisk(DATA, () => mkdirSync(DATA, { recursive: true }));
  const mine = { pid: process.pid, born: birthOf(process.pid), url: null };
  if (!create(mine)) {
    const holder = read();
    if (isAlive(holder)) throw new Refusal(sentenceFor(holder));
    rmSync(FILE, { force: true });
    const created = create(mine);
    // Another start may have found the same stale lock; whoever's is there in the end has it.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const kept = read();
    if (!created || kept?.pid !== process.pid) throw new Refusal(sentenceFor(kept ?? mine));
  }
  process.once('exit', () => {
    if (read()?.pid === process.pid) rmSync(FILE, { force: true });
  });
  return { announce: (url) => replace({ ...mine, url }) };
}

const isAlive = (holder) => holder !== null && birthOf(holder.pid) === holder.born;

function sentenceFor({ pid, url }) {
  const where = url === null ? 'is already starting from this folder' : `is already running from this folder at ${url}`;
  return `Bedside ${where} (process ${pid}). Use that one, or stop it first: kill ${pid}`;
}

function read() {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return null;
  }
}

/** False when there is a lock already. */
function create(holder) {
  const aside = writeAside(holder);
  try {
    linkSync(aside, FILE);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

const replace = (holder) => renameSync(writeAside(holder), FILE);

function writeAside(holder) {
  const aside = `${FILE}.${process.pid}`;
  onDisk(DATA, () => writeFileSync(aside, JSON.stringify(holder)));
  return aside;
}

/** When a process began, in whatever words the system has for it; null when there is no such process. */
export function birthOf(pid) {
  try {
    if (process.platform === 'linux') {
      const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
      // A zombie has ended, although its number is still taken.
      return fields[0] === 'Z' ? null : fields[19];
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
