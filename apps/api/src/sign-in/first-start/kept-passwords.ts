import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A password that was printed, with the hash the database was given for it. */
export interface KeptPassword {
  password: string;
  hash: string;
}

/**
 * The demo's passwords, kept beside its data where only whoever runs Bedside can read them: the next start prints the
 * same ones, so that what people wrote down or let their browser remember goes on working.
 */
export async function readKeptPasswords(file: string): Promise<Map<string, KeptPassword>> {
  try {
    return new Map(Object.entries(JSON.parse(await readFile(file, 'utf8')) as Record<string, KeptPassword>));
  } catch {
    // None yet, or not readable: new ones are made.
    return new Map();
  }
}

export async function keepPasswords(file: string, passwords: ReadonlyMap<string, KeptPassword>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, JSON.stringify(Object.fromEntries(passwords), null, 2), { mode: 0o600 });
  await rename(aside, file);
}
