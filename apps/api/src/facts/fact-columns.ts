import { int8Array, textArray, uuidArray } from '../database/binary-array.ts';
import type { Fact, FactColumn } from './fact-table.ts';

/** The columns every fact table has, in the order the primitive sends them. */
export function commonColumns<Row extends Fact>(): FactColumn<Row>[] {
  return [
    { name: 'id', type: 'uuid', encode: (rows) => uuidArray(rows.map(({ id }) => id)) },
    { name: 'source_id', type: 'uuid', encode: (rows) => uuidArray(rows.map(({ sourceId }) => sourceId)) },
    { name: 'department_id', type: 'uuid', encode: (rows) => uuidArray(rows.map(({ departmentId }) => departmentId)) },
    { name: 'content_hash', type: 'int8', encode: (rows) => int8Array(rows.map(({ contentHash }) => contentHash)) },
    { name: 'external_id', type: 'text', encode: (rows) => textArray(rows.map(({ externalId }) => externalId)) },
  ];
}
