import type { RowField } from '#contracts/ingest/row-field.ts';
import { RefusedRowError } from '../rows/candidate.ts';
import { compileValidator } from '../rows/row-validator.ts';
import { FFT_WORDINGS } from './fft-wordings.ts';
import { MappingRefused } from './mapping-refused.ts';
import type { CellReader } from './read-cell.ts';
import { Refusal } from './refusal.ts';

/** What a mapped text stands for when it stands for no answer. */
export const NOT_ANSWERED = Symbol('not answered');

/** The words that are understood without being told, by field. */
const KNOWN_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = { fft: FFT_WORDINGS };

/**
 * A reader that first looks a cell up among the texts a mapping explains. Case, spaces around and the kind of apostrophe do not matter.
 * Each explanation is itself read and checked once, so that a wrong one is refused before the first row.
 */
export function withValues(
  name: string,
  field: RowField,
  read: CellReader,
  given: Readonly<Record<string, string>> = {},
): CellReader {
  const meanings = new Map<string, unknown>();
  for (const [text, meaning] of [...Object.entries(KNOWN_WORDS[name] ?? {}), ...Object.entries(given)]) {
    meanings.set(spelled(text), meaning.trim() === '' ? NOT_ANSWERED : checkedValue(name, field, read, meaning));
  }
  if (meanings.size === 0) return read;
  const one: CellReader = (cell) => {
    const spelling = spelled(cell);
    return meanings.has(spelling) ? meanings.get(spelling) : read(cell);
  };
  return field.type === 'codes' ? (cell) => eachOf(cell, one) : one;
}

/** The value that a text of the mapping stands for; throws `MappingRefused` when the field does not take it. */
export function checkedValue(name: string, field: RowField, read: CellReader, text: string): unknown {
  const value = read(text.trim());
  if (value instanceof Refusal) throw new MappingRefused(`${name} cannot be ${text}: it ${value.message}.`);
  try {
    compileValidator({ [name]: field })({ [name]: value });
  } catch (error) {
    if (error instanceof RefusedRowError) throw new MappingRefused(`${name} cannot be ${text}: ${error.message}`);
    throw error;
  }
  return value;
}

/** A list of codes: the whole cell is looked up first, then each of its parts. */
function eachOf(cell: string, read: CellReader): unknown {
  const whole = read(cell);
  if (!(whole instanceof Refusal)) return whole;
  const all: unknown[] = [];
  for (const part of cell.split(/[;,|]/)) {
    if (part.trim() === '') continue;
    const codes = read(part.trim());
    if (codes instanceof Refusal) return codes;
    if (codes !== NOT_ANSWERED) all.push(...(codes as unknown[]));
  }
  return all;
}

/** A text without what writers differ in: case, spaces, the kind of apostrophe. */
export function spelled(text: string): string {
  return text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ').replace(/’/g, "'");
}
