import type { Fact, FactColumn } from './fact-table.ts';

/** How the columns of a kind of fact are told from its rows, by their types. */
export function columnsOf<Row extends Fact>() {
  type Value<Of> = (row: Row) => Of;
  return {
    uuid: (name: string, of: Value<string | null>): FactColumn<Row> => ({
      ...{ name, type: 'uuid', oid: 2950 },
      pack: (cells, row) => cells.uuid(of(row)),
    }),
    int2: (name: string, of: Value<number | null>): FactColumn<Row> => ({
      ...{ name, type: 'int2', oid: 21 },
      pack: (cells, row) => cells.int2(of(row)),
    }),
    int4: (name: string, of: Value<number | null>): FactColumn<Row> => ({
      ...{ name, type: 'int4', oid: 23 },
      pack: (cells, row) => cells.int4(of(row)),
    }),
    float8: (name: string, of: Value<number | null>): FactColumn<Row> => ({
      ...{ name, type: 'float8', oid: 701 },
      pack: (cells, row) => cells.float8(of(row)),
    }),
    bool: (name: string, of: Value<boolean | null>): FactColumn<Row> => ({
      ...{ name, type: 'bool', oid: 16 },
      pack: (cells, row) => cells.bool(of(row)),
    }),
    /** Days since 1970-01-01. */
    date: (name: string, of: Value<number | null>): FactColumn<Row> => ({
      ...{ name, type: 'date', oid: 1082 },
      pack: (cells, row) => cells.date(of(row)),
    }),
    /** Milliseconds since 1970-01-01T00:00Z. */
    instant: (name: string, of: Value<number | null>): FactColumn<Row> => ({
      ...{ name, type: 'timestamptz', oid: 1184 },
      pack: (cells, row) => cells.instant(of(row)),
    }),
    text: (name: string, of: Value<string | null>): FactColumn<Row> => ({
      ...{ name, type: 'text', oid: 25 },
      pack: (cells, row) => cells.text(of(row)),
    }),
    smallints: (name: string, of: Value<readonly (number | null)[] | null>): FactColumn<Row> => ({
      ...{ name, type: 'text', oid: 25, cast: 'smallint[]' },
      pack: (cells, row) => cells.smallints(of(row)),
    }),
  };
}

/** A fact that remembers the day it first came, in days since 1970-01-01 at its site; a correction does not change it. */
export interface ArrivingFact extends Fact {
  arrivedOn: number | null;
}

export const arrivedColumn = <Row extends ArrivingFact>(): FactColumn<Row> => ({
  ...columnsOf<Row>().date('arrived_on', ({ arrivedOn }) => arrivedOn),
  kept: true,
});

/** Select list, over alias f, of what a stored row's source is counted by. */
export const ARRIVED_SQL = `f.source_id as "sourceId", f.arrived_on - date '1970-01-01' as "arrivedOn"`;

/** The columns every fact table has, in the order the primitive sends them: what names the row, then what it says. */
export function commonColumns<Row extends Fact>(): FactColumn<Row>[] {
  const { uuid, text } = columnsOf<Row>();
  return [
    uuid('id', ({ id }) => id),
    // Filled in when all that it stands for is packed.
    { name: 'content_hash', type: 'int8', oid: 20, pack: (cells) => cells.int8(0n) },
    uuid('source_id', ({ sourceId }) => sourceId),
    text('external_id', ({ externalId }) => externalId),
    uuid('department_id', ({ departmentId }) => departmentId),
  ];
}
