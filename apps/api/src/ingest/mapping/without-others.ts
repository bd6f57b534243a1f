import type { OpenedFile, SourceRecord } from '../formats/format.ts';
import { columnIndex } from './column-plan.ts';
import type { Mapping } from './mapping.ts';
import { rowFault } from './row-fault.ts';
import { spelled } from './value-map.ts';

/** Which rows of a sheet are somebody else's, and which column tells. */
interface Others {
  column: string;
  index: number;
  ours: ReadonlySet<string>;
}

/**
 * A file as far as it is ours: rows that are told to be somebody else's by their columns under `only` are passed over and
 * counted. What cannot be cut into columns may be ours, so it stays. Throws `MappingRefused` for a column that is not there.
 */
export function withoutOthers(file: OpenedFile, { sheets = {}, ...first }: Mapping): OpenedFile {
  const others = file.sheets.map(({ name, columns }, nth) =>
    Object.entries((nth === 0 ? first : sheets[name])?.only ?? {}).map(([column, values]): Others => {
      const names = columns.map((one) => one.name);
      const index = columnIndex(names, column);
      return { column: names[index] ?? column, index, ours: new Set(values.map(spelled)) };
    }),
  );
  if (others.every((some) => some.length === 0)) return file;
  const passed = new Map<string, number>();
  const isOurs = (record: SourceRecord): boolean => {
    const { cells, sheet = 0 } = record;
    const isCut = rowFault(record, file.sheets[sheet]?.columns.length ?? 0, cells, []) === undefined;
    if (!isCut || cells.every((cell) => cell === '')) return true;
    const other = others[sheet]?.find(({ index, ours }) => !ours.has(spelled(cells[index] ?? '')));
    if (other === undefined) return true;
    const reason = `rows of others, told by ${other.column}`;
    passed.set(reason, (passed.get(reason) ?? 0) + 1);
    return false;
  };
  return {
    ...file,
    passedOver: () => new Map([...file.passedOver(), ...passed]),
    async *records(onRead) {
      passed.clear();
      for await (const records of file.records(onRead)) yield records.filter(isOurs);
    },
  };
}
