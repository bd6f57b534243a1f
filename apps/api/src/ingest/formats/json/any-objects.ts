import { cellText } from './cell-text.ts';
import { checkColumnCount } from './column-limit.ts';
import type { ObjectReader } from './object-file.ts';
import { isObject, type JsonObject } from './object-item.ts';

/**
 * Reads objects of which nothing is known: each field is a column, a field inside a field is `outer.inner`, and a list
 * of plain values is `one; two`. The columns are those of all objects together.
 */
export function anyObjects(fileName: string): ObjectReader {
  const columns = new Set<string>();
  return {
    keepsText: true,
    meet({ value }) {
      eachField(value, '', (column) => columns.add(column));
      checkColumnCount(columns.size, fileName);
    },
    sheets: () => [{ name: 'rows', columns: [...columns].map((name) => ({ name })), preset: {} }],
    rowsOf({ value }) {
      const cells = Object.create(null) as Record<string, string>;
      eachField(value, '', (column, field) => {
        cells[column] ??= cellText(field);
      });
      return [{ cells }];
    },
  };
}

function eachField(object: JsonObject, path: string, hear: (column: string, field: unknown) => void): void {
  for (const [name, field] of Object.entries(object)) {
    const column = `${path}${name}`;
    if (isObject(field)) eachField(field, `${column}.`, hear);
    else hear(column, field);
  }
}
