import type { RowField } from '#contracts/ingest/row-field.ts';
import type { Mapping } from './mapping.ts';
import { readBoolean } from './read-boolean.ts';
import { readDateTime } from './read-date-time.ts';
import { readNumber } from './read-number.ts';
import { Refusal } from './refusal.ts';

/** Reads a trimmed, non-empty cell as the value of a field. */
export type CellReader = (cell: string) => unknown;

/** How cells of a field are read, by its type; ranges and lengths are checked later, with all the other rules. */
export function readerOf(
  name: string,
  field: RowField,
  { dates, numbers }: Pick<Mapping, 'dates' | 'numbers'>,
): CellReader {
  switch (field.type) {
    case 'text':
      return (cell) => cell;
    case 'instant':
      return (cell) => readDateTime(cell, dates);
    case 'integer':
      return (cell) => {
        const number = readNumber(cell, numbers?.decimal);
        if (typeof number === 'number' ? Number.isInteger(number) : number.code === 'ambiguous-number') return number;
        const remedy = `say in the mapping what other answers stand for (on the command line: --value "${name}:ANSWER=NUMBER")`;
        return new Refusal('not-an-integer', `must be a whole number from ${field.min} to ${field.max}; ${remedy}`);
      };
    case 'number':
      return (cell) => readNumber(cell, numbers?.decimal);
    case 'boolean':
      return readBoolean;
    case 'code':
      return (cell) => readCode(name, cell, field.codes);
    case 'codes':
      return (cell) => readCodes(name, cell, field.codes);
    case 'scores':
      throw new Error(`${name} is fed touchpoint by touchpoint`);
  }
}

/** A code as people write it: `Very good` is very-good. */
function readCode(name: string, cell: string, codes: readonly string[]): string | Refusal {
  if (codes.includes(cell)) return cell;
  const code = cell
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  if (codes.includes(code)) return code;
  return new Refusal(
    'unknown-code',
    `must be one of: ${codes.join(', ')}; say in the mapping what other words stand for (on the command line: --value "${name}:WORD=CODE")`,
  );
}

function readCodes(name: string, cell: string, codes: readonly string[]): string[] | Refusal {
  const all: string[] = [];
  for (const part of cell.split(/[;,|]/)) {
    if (part.trim() === '') continue;
    const code = readCode(name, part.trim(), codes);
    if (code instanceof Refusal) return code;
    all.push(code);
  }
  return all;
}
