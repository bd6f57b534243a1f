import type { FactKind } from '#contracts/ingest/fact-kind.ts';

export type Row = Record<string, unknown>;

type Below = (limit: number) => number;

/** What is sent, and how what became of it is read from the tables again. */
export interface SentKind {
  name: string;
  kind: FactKind;
  /** False for rows that bring no id: they are never corrected, and told apart by the request they came in alone. */
  named: boolean;
  row(version: number, below: Below): Row;
  /** Rows of a source with their version; of those without ids, requests with the number of their rows. */
  storedSql: string;
}

const DEPARTMENTS = ['medicine', 'ward-4b', 'riverside-pharmacy', 'hillcrest-pharmacy'];
const FIRST_DAY = Date.UTC(2026, 8, 1);
const DAY_MS = 86_400_000;

const instant = (below: Below): string =>
  new Date(FIRST_DAY + below(60) * DAY_MS + below(24 * 60) * 60_000).toISOString();

const department = (below: Below): string => DEPARTMENTS[below(DEPARTMENTS.length)] ?? '';

const storedIn = (table: string, version: string, which = 'true'): string =>
  `select f.external_id as id, ${version} as version
   from ${table} f join source s on s.organisation_id = f.organisation_id and s.id = f.source_id
   where s.code = $1 and ${which}`;

export const SENT_KINDS: readonly [SentKind, ...SentKind[]] = [
  {
    name: 'survey responses',
    kind: 'survey-responses',
    named: true,
    row: (version, below) => ({
      ...{ department: department(below), respondedAt: instant(below), comment: `v${version}` },
      ...{ csat: 1 + below(5), nps: below(11) },
    }),
    storedSql: storedIn('survey_response', 'substr(f.comment, 2)::int', `f.comment like 'v%'`),
  },
  {
    name: 'survey responses without ids',
    kind: 'survey-responses',
    named: false,
    // Few answers there are, so that many read alike: each is a patient's own all the same.
    row: (version, below) => ({
      ...{ department: department(below), respondedAt: '2026-10-01T09:00:00Z', comment: `n${version}` },
      csat: 1 + below(2),
    }),
    storedSql: `select f.comment as id, count(*)::int as version
      from survey_response f join source s on s.organisation_id = f.organisation_id and s.id = f.source_id
      where s.code = $1 and f.comment like 'n%' group by f.comment`,
  },
  {
    name: 'waits',
    kind: 'waits',
    named: true,
    row: (version, below) => ({ department: department(below), startedAt: instant(below), waitMinutes: version }),
    storedSql: storedIn('wait', 'f.wait_minutes::int'),
  },
  {
    name: 'reviews',
    kind: 'reviews',
    named: true,
    row: (version, below) => ({
      ...{ department: department(below), reviewedAt: instant(below), text: `v${version}` },
      stars: 1 + below(5),
    }),
    storedSql: storedIn('review', 'substr(f.text, 2)::int'),
  },
  {
    name: 'complaints',
    kind: 'complaints',
    named: true,
    row: (version, below) => ({ department: department(below), receivedAt: instant(below), title: `v${version}` }),
    storedSql: storedIn('complaint', 'substr(f.title, 2)::int'),
  },
];
