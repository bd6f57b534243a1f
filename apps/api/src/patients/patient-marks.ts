import { createHash } from 'node:crypto';
import type { Transaction } from '../database/database.ts';
import { naturalId } from '../facts/natural-key.ts';
import { pseudonymOf } from '../ingest/rows/pseudonym.ts';
import { identifierPattern } from './identifier-pattern.ts';

/** By what a patient's rows are known, all of it derived from the identifier they give. */
export interface PatientMarks {
  /** Of the visit and of those it was merged with, in the rows that carry one. */
  pseudonyms: readonly string[];
  /** Of rows that came in under the identifier itself, one for each source. */
  naturalIds: readonly string[];
  /** Finds the identifier in a text. */
  pattern: string;
  /** Names the patient on the audit trail; nobody gets back to the identifier from it. */
  hash: string;
}

const KEY_SQL = `select pseudonym_key as "pseudonymKey", name from organisation where organisation_id = $1::uuid`;
const SOURCES_SQL = `select id from source where organisation_id = $1::uuid order by id`;

/** The visit itself, whatever it was merged with, and what those were. */
const MERGED_SQL = `with recursive one (visit) as (
  select $2::uuid
  union
  select case when m.retired = o.visit then m.surviving else m.retired end
  from one o join merged_visit m on m.organisation_id = $1::uuid and (m.retired = o.visit or m.surviving = o.visit)
)
select visit as pseudonym from one`;

/** The marks of a patient, and the name of the organisation that asks; undefined while none has been set up. */
export async function patientMarks(
  { query, scope }: Transaction,
  identifier: string,
): Promise<{ marks: PatientMarks; organisation: string } | undefined> {
  const [organisation] = await query<{ pseudonymKey: Buffer; name: string }>(KEY_SQL, [scope.organisationId]);
  if (organisation === undefined) return undefined;
  const sources = await query<{ id: string }>(SOURCES_SQL, [scope.organisationId]);
  const given = identifier.trim();
  const pseudonym = pseudonymOf(given, organisation.pseudonymKey);
  const marks: PatientMarks = {
    pseudonyms: (await query<{ pseudonym: string }>(MERGED_SQL, [scope.organisationId, pseudonym])).map(
      (visit) => visit.pseudonym,
    ),
    naturalIds: sources.map(({ id }) => naturalId(id, given)),
    pattern: identifierPattern(given),
    hash: createHash('sha256').update(pseudonym).digest('hex').slice(0, 32),
  };
  return { marks, organisation: organisation.name };
}
