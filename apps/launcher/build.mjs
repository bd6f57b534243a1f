import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { onDisk, Refusal } from './refusal.mjs';
import { PINNED_NODE, ROOT, inRoot } from './places.mjs';

/** What we build, and what each is made from. */
export const PARTS = {
  api: { config: 'apps/api/vite.config.ts', sources: ['apps/api', 'libs'] },
  web: { config: 'apps/web/vite.config.ts', sources: ['apps/web', 'libs', 'dashboards'] },
  seed: { config: 'seed/vite.config.ts', sources: ['seed', 'libs'] },
  bench: { config: 'bench/vite.config.ts', sources: ['bench', 'apps/api', 'libs', 'seed/chance'] },
};

const FOR_ALL = ['package.json', 'package-lock.json', 'tsconfig.json'];

/** Builds the parts whose sources have changed since they were built, side by side. */
export async function ensureBuilt(names, say) {
  const stale = names.filter((name) => existsSync(inRoot(PARTS[name].config)) && !isFresh(name));
  if (stale.length === 0) return;
  say(`Building ${stale.join(', ')} …`);
  const built = await Promise.allSettled(stale.map(build));
  const failed = built.find(({ status }) => status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

const stampOf = (name) => inRoot('dist', `${name}.stamp`);

function isFresh(name) {
  const stamp = stampOf(name);
  return existsSync(stamp) && existsSync(inRoot('dist', name)) && readFileSync(stamp, 'utf8') === digestOf(name);
}

/** A digest of every source, by content: a checkout changes dates, and a date says little. */
export function digestOf(name) {
  const hash = createHash('sha256');
  for (const path of [...FOR_ALL, ...PARTS[name].sources]) addTo(hash, path);
  return hash.digest('hex');
}

function addTo(hash, path) {
  if (/\.spec\.ts$/.test(path)) return;
  const whole = inRoot(path);
  try {
    hash.update(`${path}\0`).update(readFileSync(whole));
  } catch (error) {
    if (error.code !== 'EISDIR') throw error;
    for (const entry of readdirSync(whole).sort()) addTo(hash, `${path}/${entry}`);
  }
}

/** Builds aside and swaps, so that a build cut short is never served. */
async function build(name) {
  const digest = digestOf(name);
  const aside = inRoot('dist', `${name}.building-${process.pid}`);
  const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
  const args = [
    vite,
    'build',
    '--config',
    inRoot(PARTS[name].config),
    '--outDir',
    aside,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  const { status, said } = await quietly(PINNED_NODE, args);
  if (status !== 0) {
    rmSync(aside, { recursive: true, force: true });
    if (/ENOSPC|No space left/.test(said))
      throw new Refusal(`The disk that holds ${ROOT} is full. Free some space and start again.`);
    const locked = /(?:EACCES|EROFS|EPERM)[^']*'([^']+)'/.exec(said)?.[1];
    if (locked !== undefined) {
      throw new Refusal(
        `${locked} is not writable for this user. Start Bedside as the user who owns ${ROOT}, or make it writable.`,
      );
    }
    throw new Refusal(`${said}\nBuilding ${name} failed; the reason is above. Mend it, then start again.`);
  }
  onDisk(ROOT, () => {
    rmSync(stampOf(name), { force: true });
    rmSync(inRoot('dist', name), { recursive: true, force: true });
    renameSync(aside, inRoot('dist', name));
    writeFileSync(stampOf(name), digest);
  });
}

function quietly(program, args) {
  return new Promise((ended, failed) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.once('error', failed);
    child.once('close', (status) => ended({ status, said: said.trim() }));
  });
}
