import { dateOf } from '#domain/calendar-date.ts';
import type { ArrivalKind } from '#metrics/freshness/source-counts.ts';
import type { Transaction } from '../database/database.ts';
import { paged } from '../database/paged.ts';
import type { ArrivalDeltas } from './arrival-deltas.ts';
import type { CellDifference } from './compare-cells.ts';
import { withoutTrailingZeros } from './trailing-zeros.ts';

const ARRIVALS_SQL = `select source_id as source, happened_on::text as "happenedOn", arrived_on::text as "arrivedOn", rows
from source_arrival where organisation_id = $1::uuid and kind = $2`;

const WEEKS_SQL = `select source_id as source, on_date::text as monday, department_id as department, counts
from source_week where organisation_id = $1::uuid and kind = $2`;

/** Compares what is counted by source with a recount; what is missing on either side counts as zeros. */
export async function compareArrivals(
  transaction: Transaction,
  kind: ArrivalKind,
  recounted: ArrivalDeltas,
): Promise<CellDifference[]> {
  const { arrivals, weeks } = recounted.changed();
  const values = [transaction.scope.organisationId, kind];
  const stored = new Map<string, number[]>();
  for await (const rows of paged<{ source: string; happenedOn: string; arrivedOn: string; rows: number }>(
    transaction,
    ARRIVALS_SQL,
    values,
  )) {
    for (const row of rows) stored.set(arrivalName(row.source, row.happenedOn, row.arrivedOn), [row.rows]);
  }
  const storedWeeks = new Map<string, number[]>();
  for await (const rows of paged<{ source: string; monday: string; department: string; counts: number[] }>(
    transaction,
    WEEKS_SQL,
    values,
  )) {
    for (const row of rows) storedWeeks.set(weekName(row.source, row.monday, row.department), row.counts);
  }
  return [
    ...differences(
      'source_arrival',
      stored,
      arrivals.map((one) => [arrivalName(one.sourceId, dateOf(one.day), dateOf(one.arrivedOn)), [one.rows]]),
    ),
    ...differences(
      'source_week',
      storedWeeks,
      weeks.map((one) => [weekName(one.sourceId, dateOf(one.monday), one.departmentId), one.counts]),
    ),
  ];
}

function differences(
  table: string,
  stored: ReadonlyMap<string, number[]>,
  counted: readonly (readonly [string, number[]])[],
): CellDifference[] {
  const recounted = new Map(counted);
  return [...new Set([...stored.keys(), ...recounted.keys()])].flatMap((cell) => {
    const [held, told] = [withoutTrailingZeros(stored.get(cell) ?? []), recounted.get(cell) ?? []];
    const same = held.length === told.length && held.every((count, slot) => count === told[slot]);
    return same ? [] : [{ table, cell, stored: held, recounted: told }];
  });
}

const arrivalName = (source: string, happenedOn: string, arrivedOn: string): string =>
  `${happenedOn} source=${source} arrived=${arrivedOn}`;
const weekName = (source: string, monday: string, department: string): string =>
  `w ${monday} source=${source} department=${department}`;
