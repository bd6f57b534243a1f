import { readFile, writeFile } from 'node:fs/promises';
import type { Mapping } from '../ingest/mapping/mapping.ts';
import { type MappingFlags, mappingOfFlags } from '../ingest/mapping/mapping-flags.ts';
import { mergeMappings } from '../ingest/mapping/merge-mappings.ts';
import { parseMapping } from '../ingest/mapping/parse-mapping.ts';
import { CommandRefused } from './command-trouble.ts';

/** The mapping of the flags, laid over the one in the file they may name. */
export async function loadMapping(flags: MappingFlags & { mapping?: string }): Promise<Mapping> {
  const saved = flags.mapping === undefined ? {} : parseMapping(await readJson(flags.mapping));
  return mergeMappings(saved, mappingOfFlags(flags));
}

export async function saveMapping(path: string, mapping: Mapping): Promise<void> {
  await writeFile(path, `${JSON.stringify(mapping, null, 2)}\n`).catch((error: Error) => {
    throw new CommandRefused(`The mapping cannot be saved to ${path}: ${error.message}.`);
  });
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new CommandRefused(`The mapping ${path} cannot be read: ${error.message}.`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandRefused(`The mapping ${path} is not JSON: ${(error as Error).message}.`);
  }
}
