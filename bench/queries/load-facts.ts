import type { Client } from 'pg';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { DAYS, FIRST_DAY } from './loaded-dates.ts';

const BLOCK = 500_000;

/** So many answers and as many waits, in the order of time. The same number gives the same rows. */
export interface Load {
  rows: number;
  sourceId: string;
  departmentIds: readonly string[];
}

/** Writes facts past everything that rows go through: as the owner, without looking at what they refer to. */
export async function loadFacts(owner: Client, { rows, sourceId, departmentIds }: Load): Promise<void> {
  await owner.query(`set session_replication_role = replica; set synchronous_commit = off`);
  for (const statement of [ANSWERS, WAITS]) {
    for (let first = 0; first < rows; first += BLOCK) {
      const end = Math.min(rows, first + BLOCK) - 1;
      await owner.query(statement, [HOME_ORGANISATION_ID, sourceId, departmentIds, first, end, rows]);
    }
  }
  await owner.query('reset session_replication_role; reset synchronous_commit');
  await owner.query('vacuum (analyze) survey_response, wait');
}

/** A row's number, its day, two draws of 63 bits, and its moment: in opening hours, so that it is the same date at both sites. */
const DRAWN = `select i, d, '${FIRST_DAY}'::date + d as day, h, k,
    ('${FIRST_DAY}'::date + d) + interval '6 hours' + (i % 36000) * interval '1 second' as moment
  from (select i, (i * ${DAYS} / $6::bigint)::int as d, hashint8extended(i, 1) & 9223372036854775807 as h,
      hashint8extended(i, 2) & 9223372036854775807 as k
    from generate_series($4::bigint, $5::bigint) i) n`;

const NAMED = `('00000000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`;
/** Fourteen departments of unlike sizes. */
const DEPARTMENT = `($3::uuid[])[1 + ((h >> 3) % 14 * ((h >> 9) % 5 + 11) / 15)::int]`;
const CHANNEL = `(1 + (h >> 14) % 5)::smallint`;
/** A score of one to five, mostly good, from eleven bits; with some left unanswered. */
const score = (bits: string, shift: number): string =>
  `('{5,4,5,4,3,5,4,2,5,4,5,1,4,5,3,NULL}'::smallint[])[1 + (${bits} >> ${shift}) % 16]`;
const SCORES = [0, 4, 8, 12, 16, 20, 24, 28].map((shift) => score('k', shift)).join(', ');

const ANSWERS = `
insert into survey_response (organisation_id, id, source_id, department_id, content_hash, responded_at, responded_on,
  channel, language, csat, nps, scores, external_id, arrived_on)
select $1::uuid, ${NAMED}, $2::uuid, ${DEPARTMENT}, h, moment at time zone 'UTC', day,
  ${CHANNEL}, 'en', ${score('h', 20)},
  ('{10,9,8,10,7,9,6,10,8,3,9,10,5,8,NULL,0}'::smallint[])[1 + (h >> 26) % 16],
  array[${SCORES}], 'r' || i, day
from (${DRAWN}) x`;

/** About log-normal around twenty minutes, to the millisecond; one in sixteen leaves. */
const MINUTES = `floor(60000 * exp(3 + 1.6 * ((k & 65535) + ((k >> 16) & 65535) + ((k >> 32) & 65535) - 98302) / 65536.0)::float8) / 60000`;
const WAITS = `
insert into wait (organisation_id, id, source_id, department_id, content_hash, kind, started_at, started_on, ended_at,
  outcome, wait_minutes, channel, external_id, arrived_on)
select $1::uuid, ${NAMED}, $2::uuid, ${DEPARTMENT}, h, 1, moment at time zone 'UTC', day, moment at time zone 'UTC',
  case when (h >> 30) % 16 = 0 then 2 else 1 end, ${MINUTES}, ${CHANNEL}, 'w' || i, day
from (${DRAWN}) x`;
