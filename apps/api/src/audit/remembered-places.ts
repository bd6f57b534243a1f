import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChainPlace } from './audit-event.ts';

/** Names the folder these are kept in, which whoever creates the app provides; undefined to keep none. */
export const PLACES_FOLDER = Symbol('where it is kept how far trails were verified');

const FILE = 'audit-verified.json';

/**
 * How far each organisation's trail was found as written the last time, kept outside of the database: who can write
 * only that cannot take a trail back to an earlier end, or away altogether, without the next verification finding it.
 */
export async function rememberedPlace(folder: string, organisationId: string): Promise<ChainPlace | null> {
  return (await allPlaces(folder))[organisationId] ?? null;
}

export async function rememberPlace(folder: string, organisationId: string, place: ChainPlace): Promise<void> {
  await mkdir(folder, { recursive: true });
  const places = { ...(await allPlaces(folder)), [organisationId]: { seq: place.seq, hash: place.hash } };
  const draft = join(folder, `${FILE}.${process.pid}`);
  await writeFile(draft, `${JSON.stringify(places, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, join(folder, FILE));
}

async function allPlaces(folder: string): Promise<Record<string, ChainPlace>> {
  const text = await readFile(join(folder, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  return JSON.parse(text) as Record<string, ChainPlace>;
}
