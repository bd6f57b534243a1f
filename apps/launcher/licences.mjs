/** Prints the licence of every package that Bedside is built from or runs on, as the lockfile records it. */
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
const used = Object.entries(packages)
  .filter(([path, { dev }]) => path !== '' && !dev)
  .map(([path, { version, license }]) => [path.replace(/^.*node_modules\//, ''), version, license ?? 'see the package'])
  .sort(([a], [b]) => (a < b ? -1 : 1));

for (const [name, version, licence] of used) console.log(`${licence}\t${name}@${version}`);
