import { STAGES } from '#domain/complaint-stage.ts';

/** What is taken away, and from where; each statement takes the next so many after an id and tells the last it took. */
export interface Expiry {
  what: 'comments' | 'review-texts' | 'complaints' | 'complaint-notes';
  sql: string;
}

const CLOSED = STAGES.numberOf('closed') ?? 0;

/**
 * Where words were, an empty text stays in what is counted by having words, so that no count changes and a recount finds
 * what was counted. Nothing counts the words of complaints: there, nothing stays.
 */
export const WORDS_PAST_THEIR_TIME: readonly Expiry[] = [
  {
    what: 'comments',
    sql: expiring('survey_response', `set comment = ''`, `f.comment <> '' and f.responded_at < $2::timestamptz`),
  },
  {
    what: 'review-texts',
    sql: expiring('review', `set text = ''`, `f.text <> '' and f.reviewed_at < $2::timestamptz`),
  },
  {
    what: 'complaint-notes',
    sql: expiring(
      'complaint_event',
      'set note = null',
      `f.note is not null and exists (select from complaint c where c.organisation_id = $1 and c.id = f.complaint_id
       and ${closedBefore('c')})`,
    ),
  },
  {
    what: 'complaints',
    sql: expiring(
      'complaint',
      'set title = null, narrative = null',
      `(f.title is not null or f.narrative is not null) and ${closedBefore('f')}`,
    ),
  },
];

function closedBefore(alias: string): string {
  return `${alias}.stage = ${CLOSED} and ${alias}.closed_on < ($2::timestamptz at time zone 'UTC')::date`;
}

function expiring(table: string, change: string, condition: string): string {
  return `
with due as (
  select f.id from ${table} f where f.organisation_id = $1 and f.id > $3::uuid and ${condition}
  order by f.id limit $4 for update of f
), done as (
  update ${table} f ${change} from due where f.organisation_id = $1 and f.id = due.id returning f.id
)
select count(*)::int as rows, max(id::text collate "C") as last from done`;
}

/**
 * Rows that wait go. Of those that are done with, nothing stays but the hashes by which they are known: sent again, they
 * must neither wait nor count a second time.
 */
export const QUARANTINE_PAST_ITS_TIME = `
with due as (
  select f.id, f.state from quarantine f
  where f.organisation_id = $1 and f.id > $3::uuid and f.seen_at < $2::timestamptz and not (f.state <> 'open' and f.raw = '' and f.cells is null)
  order by f.id limit $4 for update of f
), gone as (
  delete from quarantine f using due where f.organisation_id = $1 and f.id = due.id and due.state = 'open' returning f.id
), emptied as (
  update quarantine f set raw = '', cells = null, said = null, reason = null, reading_id = null,
    mended = case when f.mended is null then null else '{}'::jsonb end
  from due where f.organisation_id = $1 and f.id = due.id and due.state <> 'open' returning f.id
)
select count(*)::int as rows, max(id::text collate "C") as last from (select id from gone union all select id from emptied) done`;
