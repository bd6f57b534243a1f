import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FACT_KINDS, type FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Transaction } from '../database/database.ts';
import { findSource } from '../facts/source.ts';
import { FORMATS, SYSTEM_FORMATS } from '../ingest/formats/formats.ts';
import { MappingRefused } from '../ingest/mapping/mapping-refused.ts';
import { parseMapping } from '../ingest/mapping/parse-mapping.ts';
import type { SourceFile } from '../ingest/source-file.ts';
import { formatOfFile } from '../imports/file-format.ts';
import { latestMapping } from '../imports/mappings/source-mapping.query.ts';
import type { ReadAs } from '../imports/read-as.ts';
import { MAPPING_FILE } from './file-names.ts';

/** How a file is to be read, and what its rows are. */
export interface Reading {
  kind: FactKind;
  readAs: ReadAs;
}

const LARGEST_MAPPING = 1024 * 1024;

/** What somebody has said of the files of a source. */
export interface Said {
  kind?: FactKind;
  readAs: ReadAs;
}

/**
 * How the files of a folder are read: by the mapping that lies beside them, else as the source's last file was; null
 * where nobody has said. Throws `MappingRefused` for a mapping that is none.
 */
export async function saidOf(transaction: Transaction, folder: string, source: string): Promise<Said | null> {
  return (await mappingBeside(folder)) ?? (await mappingKept(transaction, source));
}

/**
 * How one file is read; what a known system writes tells it by itself. Null where that takes somebody to say it. Throws
 * `UnreadableFile`.
 */
export async function readingOf(file: SourceFile, said: Said | null): Promise<Reading | null> {
  const readAs = said?.readAs ?? {};
  const { format, encoding } = await formatOfFile(file, readAs);
  if (said === null && !SYSTEM_FORMATS.includes(format)) return null;
  const { sheets } = await format.open(file, { ...readAs, encoding });
  const kind = sheets[0]?.kind ?? said?.kind;
  return kind === undefined ? null : { kind, readAs };
}

async function mappingKept(transaction: Transaction, source: string): Promise<Said | null> {
  const sourceId = await findSource(transaction, source);
  if (sourceId === undefined) return null;
  return (await latestMapping(transaction, sourceId, null)) ?? null;
}

/** `mapping.json`: what `--save-mapping` wrote, or that under `mapping`, with `kind`, `format` and the rest beside it. */
async function mappingBeside(folder: string): Promise<Said | null> {
  const text = await readFile(join(folder, MAPPING_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new MappingRefused(`${MAPPING_FILE} cannot be read: let the user that Bedside runs as read it.`);
  });
  if (text === null) return null;
  if (text.length > LARGEST_MAPPING) throw new MappingRefused(`${MAPPING_FILE} is too long to be a mapping.`);
  const json = jsonIn(text);
  if (!('mapping' in json) && !('kind' in json)) return { readAs: { mapping: parseMapping(json) } };
  const { kind, mapping = {}, format, encoding, delimiter, sheet, unfinished, ...unknown } = json;
  const [stray] = Object.keys(unknown);
  if (stray !== undefined)
    throw new MappingRefused(`${MAPPING_FILE} says ${stray}, which is nothing to be said there.`);
  return {
    kind: oneOf('kind', FACT_KINDS, kind),
    readAs: {
      mapping: parseMapping(mapping),
      ...withoutNone({
        format: oneOf(
          'format',
          FORMATS.map(({ code }) => code),
          format,
        ),
        encoding: textOf('encoding', encoding),
        delimiter: textOf('delimiter', delimiter),
        sheet: textOf('sheet', sheet),
      }),
      ...(unfinished === true && { unfinished }),
    },
  };
}

function jsonIn(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    // Told below.
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new MappingRefused(`${MAPPING_FILE} is not a JSON object.`);
  }
  return value as Record<string, unknown>;
}

function oneOf<Value extends string>(name: string, values: readonly Value[], said: unknown): Value | undefined {
  if (said === undefined) return undefined;
  const found = values.find((value) => value === said);
  if (found === undefined) throw new MappingRefused(`${name} in ${MAPPING_FILE} must be one of: ${values.join(', ')}.`);
  return found;
}

function textOf(name: string, said: unknown): string | undefined {
  if (said !== undefined && typeof said !== 'string')
    throw new MappingRefused(`${name} in ${MAPPING_FILE} must be text.`);
  return said;
}

const withoutNone = (parts: Record<string, string | undefined>): ReadAs =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
