import { COUNTED_ASPECTS } from '#metrics/freshness/source-counts.ts';
import { dateArray, flatInt4Arrays, int4Array, uuidArray } from '../database/binary-array.ts';
import type { Transaction } from '../database/database.ts';
import type { ArrivalDeltas } from './arrival-deltas.ts';

/** The widest counts of any kind. */
const WIDTH = Math.max(
  ...Object.values(COUNTED_ASPECTS).map((aspects) => aspects.reduce((sum, { values }) => sum + values.length, 1)),
);

const SUMS = Array.from(
  { length: WIDTH },
  (_, index) => `coalesce(r.counts[${index + 1}], 0) + coalesce(excluded.counts[${index + 1}], 0)`,
).join(', ');

/** Both tables in one round trip. The second is written first, in every transaction. */
export const APPLY_ARRIVALS_SQL = `with weeks as (
  insert into source_week as r (organisation_id, source_id, kind, on_date, department_id, counts)
  select $1::uuid, x.source_id, $2, x.on_date, x.department_id, ($9::int4[])[x.first:x.last]
  from (select unnest($6::uuid[]) source_id, unnest($7::date[]) on_date, unnest($8::uuid[]) department_id,
    unnest($10::int4[]) first, unnest($11::int4[]) last) x
  on conflict (organisation_id, source_id, kind, on_date, department_id) do update set counts = array[${SUMS}])
insert into source_arrival as r (organisation_id, source_id, kind, happened_on, arrived_on, rows)
select $1::uuid, x.source_id, $2, x.happened_on, x.arrived_on, x.rows
from (select unnest($3::uuid[]) source_id, unnest($4::date[]) happened_on, unnest($5::date[]) arrived_on,
  unnest($12::int4[]) rows) x
on conflict (organisation_id, source_id, kind, happened_on, arrived_on) do update set rows = r.rows + excluded.rows`;

/** Writes what a batch changed of its sources' counts, after its cells and in key order. */
export async function applyArrivals({ client, scope }: Transaction, deltas: ArrivalDeltas): Promise<void> {
  const { arrivals, weeks } = deltas.changed();
  const kind = arrivals[0]?.kind ?? weeks[0]?.kind;
  if (kind === undefined) return;
  const [counts, firsts, lasts] = flatInt4Arrays(weeks.map((week) => week.counts));
  await client.query({
    name: 'apply-arrivals',
    text: APPLY_ARRIVALS_SQL,
    values: [
      scope.organisationId,
      kind,
      uuidArray(arrivals.map(({ sourceId }) => sourceId)),
      dateArray(arrivals.map(({ day }) => day)),
      dateArray(arrivals.map(({ arrivedOn }) => arrivedOn)),
      uuidArray(weeks.map(({ sourceId }) => sourceId)),
      dateArray(weeks.map(({ monday }) => monday)),
      uuidArray(weeks.map(({ departmentId }) => departmentId)),
      counts,
      firsts,
      lasts,
      int4Array(arrivals.map(({ rows }) => rows)),
    ],
  });
}
