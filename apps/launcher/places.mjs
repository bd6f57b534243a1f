import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder Bedside was cloned into. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Where it keeps its data. */
export const DATA = resolve(ROOT, process.env.BEDSIDE_DATA_DIR || '.data');

/** The Node that npm installed beside everything else; what we build runs on it whatever the machine has. */
export const PINNED_NODE = join(
  ROOT,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

export const inRoot = (...path) => join(ROOT, ...path);
