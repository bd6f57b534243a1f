import { openCsv } from '../csv/csv-file.ts';
import { headRows } from './delimited/head-rows.ts';
import type { Format } from './format.ts';

/** Any delimited text with a line of column names at its head: what its columns mean, people or a mapping have to say. */
export const csv: Format = {
  code: 'csv',
  title: 'CSV',

  recognises(head) {
    const [names, ...rows] = headRows(head);
    if (names === undefined || names.length < 2) return false;
    return rows.length === 0 || rows.some((cells) => cells.length === names.length);
  },

  async open(file, options) {
    const { columns, records, check } = await openCsv(file, options);
    return {
      sheets: [{ name: 'rows', columns: columns.map((name) => ({ name })), preset: {} }],
      records,
      check,
      passedOver: () => new Map(),
    };
  },
};
