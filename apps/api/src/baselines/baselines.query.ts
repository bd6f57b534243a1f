const DAY = `'YYYY-MM-DD'`;

const COLUMNS = `id, metric, cell, kind, to_char(from_on, ${DAY}) as "from", to_char(to_on, ${DAY}) as "to", note,
  said_at as "saidAt", said_by as "saidBy", taken_back_at as "takenBackAt", taken_back_by as "takenBackBy"`;

/** What was said of the baselines of a metric, the newest first. */
export const BASELINES_SQL = `select ${COLUMNS} from signal_baseline
where organisation_id = $1 and metric = $2 order by said_at desc, id limit 500`;

/** What holds under an id, kept from being taken back by another at the same time. */
export const BASELINE_SQL = `select ${COLUMNS} from signal_baseline
where organisation_id = $1 and id = $2 and taken_back_at is null for update`;

export const HOLDING_SQL = `select count(*)::int as holding from signal_baseline
where organisation_id = $1 and metric = $2 and cell = $3 and taken_back_at is null`;

/** The last thing said holds, so no two are said at the same moment. */
export const SAY_SQL = `
insert into signal_baseline (organisation_id, id, metric, cell, kind, from_on, to_on, note, said_at, said_by)
select $1, $2, $3, $4, $5, $6, $7, $8, greatest($9::timestamptz, max(b.said_at) + interval '1 millisecond'), $10
from signal_baseline b where b.organisation_id = $1 and b.metric = $3`;

export const TAKE_BACK_SQL = `update signal_baseline set taken_back_at = $3, taken_back_by = $4
where organisation_id = $1 and id = $2`;

/** A baseline as it is stored. */
export interface StoredBaseline {
  id: string;
  metric: string;
  cell: string;
  kind: string;
  from: string;
  to: string | null;
  note: string;
  saidAt: Date;
  saidBy: string;
  takenBackAt: Date | null;
  takenBackBy: string | null;
}
