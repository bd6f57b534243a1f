import type { SourceColumn } from '../../ingest/formats/format.ts';
import type { Mapping } from '../../ingest/mapping/mapping.ts';
import { plainName } from '../../ingest/mapping/nearest-name.ts';

/** A mapping as far as a file has the columns it names, and the columns that it has not. */
export function fitToColumns(
  mapping: Mapping,
  columns: readonly SourceColumn[],
): { fitting: Mapping; missing: { column: string; field: string }[] } {
  const names = new Set(columns.map(({ name }) => name));
  const plain = columns.map(({ name }) => plainName(name));
  const isThere = (column: string): boolean =>
    names.has(column) || plain.filter((name) => name === plainName(column)).length === 1;
  const entries = Object.entries(mapping.columns ?? {});
  const gone = entries.filter(([column]) => !isThere(column));
  const missing = gone.flatMap(([column, target]) =>
    [target].flat().flatMap((field) => (field === null ? [] : [{ column, field }])),
  );
  const unfed = new Set(missing.map(({ field }) => field));
  const { onlyWith, only = {}, ...rest } = mapping;
  const told = Object.entries(only).filter(([column]) => isThere(column));
  const fitting: Mapping = {
    ...rest,
    columns: Object.fromEntries(entries.filter(([column]) => isThere(column))),
    values: Object.fromEntries(Object.entries(mapping.values ?? {}).filter(([field]) => !unfed.has(field))),
    ...(told.length > 0 && { only: Object.fromEntries(told) }),
    ...(onlyWith !== undefined && !unfed.has(onlyWith) && { onlyWith }),
  };
  return { fitting, missing };
}
