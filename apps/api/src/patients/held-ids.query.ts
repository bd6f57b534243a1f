import type { HeldKindDto } from '#contracts/patients.dto.ts';
import type { Transaction } from '../database/database.ts';
import { HELD_TABLES, type HeldTable, type OwnKind } from './held-tables.ts';
import type { PatientMarks } from './patient-marks.ts';

/** The rows that are a patient's own, by kind. */
export interface HeldIds {
  ids: Readonly<Record<OwnKind, readonly string[]>>;
  events: readonly string[];
  quarantine: readonly string[];
  /** How many of each kind, and from when to when; a kind of which nothing is held is left out. */
  kinds: HeldKindDto[];
}

interface Row {
  id: string;
  on: string;
}

/** Read whole: pseudonyms have no index, because every row sent would pay for what is asked a few times a year. */
const factsSql = ({ name, on, pseudonym }: HeldTable): string =>
  `select f.id, f.${on}::text as "on" from ${name} f
where f.organisation_id = $1::uuid and (f.id = any ($2::uuid[])${pseudonym ? ' or f.visit_pseudonym = any ($3::uuid[])' : ''})`;

const EVENTS_SQL = `select e.id, e.happened_on::text as "on" from complaint_event e
where e.organisation_id = $1::uuid and e.complaint_id = any ($2::uuid[])`;

const QUARANTINE_SQL = `select q.id, (q.seen_at at time zone 'UTC')::date::text as "on" from quarantine q
where q.organisation_id = $1::uuid and (q.raw ~* $2 or q.cells::text ~* $2 or q.mended::text ~* $2 or q.reason ~* $2
  or q.row_id = any ($3::uuid[]))`;

/** Finds everything that is held about a patient. */
export async function heldIds({ query, scope }: Transaction, marks: PatientMarks): Promise<HeldIds> {
  const own = async (table: HeldTable): Promise<Row[]> =>
    query<Row>(factsSql(table), [
      ...[scope.organisationId, marks.naturalIds],
      ...(table.pseudonym ? [marks.pseudonyms] : []),
    ]);
  const found: Record<OwnKind, Row[]> = { 'survey-responses': [], waits: [], complaints: [], reviews: [] };
  for (const table of HELD_TABLES) found[table.kind] = await own(table);
  const complaints = idsOf(found.complaints);
  const events = complaints.length === 0 ? [] : await query<Row>(EVENTS_SQL, [scope.organisationId, complaints]);
  const quarantine = await query<Row>(QUARANTINE_SQL, [scope.organisationId, marks.pattern, marks.naturalIds]);
  const all = { ...found, 'complaint-events': events, quarantine };
  return {
    ids: {
      'survey-responses': idsOf(found['survey-responses']),
      waits: idsOf(found.waits),
      complaints,
      reviews: idsOf(found.reviews),
    },
    events: idsOf(events),
    quarantine: idsOf(quarantine),
    kinds: ORDER.flatMap((kind) =>
      all[kind].length === 0 ? [] : [{ kind, rows: all[kind].length, ...spanOf(all[kind]) }],
    ),
  };
}

const ORDER = ['survey-responses', 'waits', 'complaints', 'complaint-events', 'reviews', 'quarantine'] as const;

const idsOf = (rows: readonly Row[]): string[] => rows.map(({ id }) => id);

function spanOf(rows: readonly Row[]) {
  const dates = rows.map(({ on }) => on).sort();
  return { from: dates[0] ?? null, to: dates.at(-1) ?? null };
}
