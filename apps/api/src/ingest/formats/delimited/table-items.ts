import type { CsvFile } from '../../csv/csv-file.ts';
import type { CsvRecord } from '../../csv/csv-records.ts';
import { openCsv } from '../../csv/csv-file.ts';
import { rowFault } from '../../mapping/row-fault.ts';
import type { SourceFile } from '../../source-file.ts';
import type { FormatOptions } from '../format.ts';
import type { ObjectItem } from '../json/object-item.ts';
import { watchedFile } from './whole-lines.ts';

/** A delimited file whose rows are read as objects: column → text. */
export interface TableItems {
  columns: readonly string[];
  items(onRead?: (bytes: number) => void): AsyncGenerator<ObjectItem[]>;
}

/**
 * Opens the delimited twin of a JSON export, so that both are read by one and the same reader. Of a row that cannot be
 * cut into its columns nothing is kept but its line; a last row without a line end has been cut off, since the systems
 * read so end every line.
 */
export async function tableItems(source: SourceFile, options: FormatOptions): Promise<TableItems> {
  const { file: watched, endedLine } = watchedFile(source, options.encoding);
  const file = await openCsv(watched, options);
  await file.check();
  return {
    columns: file.columns,
    async *items(onRead) {
      let last: ObjectItem | undefined;
      for await (const records of file.records(onRead)) {
        const items = records.map((record) => itemOf(record, file));
        if (items.length === 0) continue;
        if (last !== undefined) items.unshift(last);
        last = items.pop();
        yield items;
      }
      if (last === undefined) return;
      yield [endedLine() ? last : { ...last, value: {}, problem: last.problem ?? CUT_OFF }];
    },
  };
}

const CUT_OFF = {
  field: null,
  code: 'cut-off',
  message: 'The file ends in the middle of this row: export it again.',
} as const;

function itemOf(record: CsvRecord, { columns }: CsvFile): ObjectItem {
  const item = { position: record.line, list: '', text: '' };
  const problem = rowFault(record, columns.length);
  if (problem !== undefined) return { ...item, value: {}, problem };
  return { ...item, value: Object.fromEntries(columns.map((name, index) => [name, record.cells[index] ?? ''])) };
}
