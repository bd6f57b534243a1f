import { existsSync, readFileSync } from 'node:fs';
import { Refusal } from './refusal.mjs';
import { PINNED_NODE, ROOT, inRoot } from './places.mjs';
import { runProgram } from './run-program.mjs';

/** Installs with npm what the lockfile names, unless it is there already. */
export async function ensureInstalled(say) {
  if (isInstalled()) return;
  say('Installing what Bedside stands on (about a minute, the first time only) …');
  const status = await npm([
    // Not `npm ci`: it fails where a registry lacks the parts for other kinds of machine.
    'install',
    '--no-save',
    '--include=dev',
    '--ignore-scripts=false',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (status > 128) process.exit(status);
  if (status !== 0) {
    throw new Refusal(
      'npm could not install what Bedside stands on; it says why above. Mend that (the network, the disk), then start again.',
    );
  }
  if (!isInstalled()) throw new Refusal('npm left something out. Remove the folder node_modules, then start again.');
}

/** What npm notes down when it has finished installing is compared with what the lockfile asks for. */
export function isInstalled() {
  if (!existsSync(PINNED_NODE)) return false;
  const wanted = packagesOf(inRoot('package-lock.json'));
  const present = packagesOf(inRoot('node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    // Parts for other kinds of machine are left out.
    if (found === undefined) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

const packagesOf = (file) => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).packages ?? {}) : {});

/** Runs npm on the Node it came with: the pinned one is about to be replaced. */
function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const options = { cwd: ROOT, env: { ...process.env, NODE_ENV: '' } };
  if (script?.endsWith('.js') && node && existsSync(node)) return runProgram(node, [script, ...args], options);
  return runProgram('npm', args, { ...options, shell: process.platform === 'win32' }).catch((cause) => {
    throw new Refusal('npm was not found. Install Node with npm from https://nodejs.org and start again.', { cause });
  });
}
