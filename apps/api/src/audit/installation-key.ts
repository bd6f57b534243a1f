import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AuditKey, newAuditKeyPem, readAuditKey } from './audit-key.ts';

const KEY_FILE = 'audit-key.pem';

/**
 * The key of this installation: BEDSIDE_AUDIT_KEY; without it, where Bedside keeps its own database, a file in the data
 * folder that the first start makes and only its owner may read. A database of the operator's own may have several
 * processes, so none of them makes up a key: undefined, and trails stay unsigned until one is given.
 */
export async function installationKey(folder: string, environment = process.env): Promise<AuditKey | undefined> {
  if (environment.BEDSIDE_AUDIT_KEY) return readAuditKey(environment.BEDSIDE_AUDIT_KEY);
  if (environment.DATABASE_URL) return undefined;
  const path = join(folder, KEY_FILE);
  return readAuditKey((await textOf(path)) ?? (await madeAt(folder, path)));
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** Written whole under another name first: of two processes that start at once, both end with the same key. */
async function madeAt(folder: string, path: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, newAuditKeyPem(), { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft);
  }
  return readFile(path, 'utf8');
}
