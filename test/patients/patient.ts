import { Client } from 'pg';
import type { TestApp } from '../app/test-app.ts';
import { send } from '../ingest/lakeside.ts';

/** The identifier whose owner asks for their rights; it tells itself apart from every other text. */
export const IDENTIFIER = 'MRN-7Q4-CANARY';
/** Words that only this patient wrote. */
export const WORDS = 'zebra-finch under the radiator';

const said = (what: string): string => `${what}: ${WORDS}, my number is ${IDENTIFIER}.`;
const WARD = { department: 'ward-4b' };

/** Rows of every kind that are this patient's, with identifier and words in every field that takes any. */
export const ROWS = {
  'survey-responses': [
    {
      externalId: 's-1',
      ...WARD,
      respondedAt: '2026-03-02T08:00:00Z',
      csat: 2,
      comment: said('bad'),
      visit: IDENTIFIER,
    },
    { externalId: IDENTIFIER, ...WARD, respondedAt: '2026-05-02T08:00:00Z', scores: { 'check-in': 1 }, nps: 3 },
    { ...WARD, respondedAt: '2026-04-02T08:00:00Z', fft: 'poor', comment: said('worse'), visit: ` ${IDENTIFIER} ` },
  ],
  waits: [
    { externalId: `${IDENTIFIER}`, ...WARD, startedAt: '2026-03-02T07:00:00Z', waitMinutes: 95 },
    { externalId: 'c-1', ...WARD, startedAt: '2026-03-04T07:00:00Z', waitMinutes: 9, visit: IDENTIFIER },
  ],
  complaints: [
    {
      ...{ externalId: 'c-1', ...WARD, receivedAt: '2026-03-05T08:00:00Z', title: said('title'), visit: IDENTIFIER },
      ...{ narrative: said('story'), subjects: ['waiting'], touchpoint: 'check-in' },
    },
  ],
  'complaint-events': [
    {
      ...{ externalId: `e-${IDENTIFIER}`, complaint: 'c-1', happenedAt: '2026-03-06T08:00:00Z', stage: 'acknowledged' },
      ...{ note: said('note'), actor: `Office ${IDENTIFIER}` },
    },
  ],
  reviews: [
    {
      ...{ externalId: IDENTIFIER, site: 'riverside', reviewedAt: '2026-03-09T08:00:00Z', stars: 1 },
      ...{ text: said('review'), reply: said('reply') },
    },
  ],
} as const;

/** Rows that are refused, with identifier and words in them. */
export const REFUSED = [
  { externalId: 'bad-1', ...WARD, respondedAt: 'never', comment: said('lost'), visit: IDENTIFIER },
  {
    externalId: 'bad-2',
    ...WARD,
    respondedAt: '2026-03-02T08:00:00Z',
    csat: 11,
    comment: said(`quote "${IDENTIFIER}"`),
  },
  { externalId: 'bad-3', ...WARD, respondedAt: '2026-03-02T08:00:00Z', [`about ${IDENTIFIER}`]: WORDS },
];

/** One row as it was first sent, as this patient's, and as it was put right. */
export const MIXED_UP = [
  { ...ROWS['survey-responses'][0], externalId: 's-mixed-up' },
  { externalId: 's-mixed-up', ...WARD, respondedAt: '2026-03-02T08:00:00Z', csat: 5, visit: 'MRN-2' },
];

/** Rows of somebody else, next to them. */
export const OTHERS = {
  'survey-responses': [
    { externalId: 's-9', ...WARD, respondedAt: '2026-03-02T09:00:00Z', csat: 5, comment: 'all fine', visit: 'MRN-7Q4' },
    { externalId: 's-8', ...WARD, respondedAt: '2026-03-02T09:00:00Z', csat: 4, visit: `${IDENTIFIER}-2` },
  ],
  waits: [{ externalId: 'w-9', ...WARD, startedAt: '2026-03-02T07:00:00Z', waitMinutes: 20, visit: 'MRN-1' }],
  complaints: [{ externalId: 'c-9', ...WARD, receivedAt: '2026-03-05T08:00:00Z', narrative: 'cold food' }],
};

export async function sendAll(app: TestApp, rows: Readonly<Record<string, readonly unknown[]>>): Promise<number> {
  let accepted = 0;
  for (const [kind, some] of Object.entries(rows)) accepted += (await send(app, kind, some)).accepted;
  return accepted;
}

/** Every table in which a text stands, in whatever column; a hash or an array is looked through as text too. */
export async function tablesWith({ address }: TestApp, text: string): Promise<string[]> {
  const client = new Client({ connectionString: address.ownerUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query(`select 1 from ${name} t where position($1 in t::text) > 0 limit 1`, [text]);
      if (rows.length > 0) found.push(name);
    }
    return found;
  } finally {
    await client.end();
  }
}
