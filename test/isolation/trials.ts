import { randomUUID } from 'node:crypto';
import type { Fields } from './described-fields.ts';
import { nameOf, type Route } from './served-routes.ts';
import { type Places, ROWS, type TwoOrganisations } from './two-organisations.ts';

/** Whose record or department a request names: one's own, that of the department beside, another organisation's, no one's. */
export type Whose = 'own' | 'sibling' | 'other' | 'none';

/** A request to try a route with. */
export interface Trial {
  /** null where a route names no record and no department. */
  whose: Whose | null;
  url: string;
  body?: unknown;
}

const EVERYBODYS: readonly Whose[] = ['own', 'sibling', 'other', 'none'];
/** What would change or be gone for the next caller is tried with what is not there for this one. */
const OUT_OF_REACH: readonly Whose[] = ['other', 'none'];

const SPAN = { from: '2026-10-01', to: '2026-11-01' };

interface Asked {
  query?: string;
  body?: unknown;
  /** It changes what it names, so it is tried with what is out of reach alone. */
  changes?: true;
}

const rename = (): Asked => ({ body: { name: 'Another name' }, changes: true });

/** What is asked of a route besides its address, by what is named. */
const ASKED: Record<string, (places: Places, turn: number) => Asked> = {
  '/api/v1/complaints GET': ({ department }) => ({ query: `department=${department}` }),
  '/api/v1/complaints POST': ({ department }) => ({
    body: { requestId: randomUUID(), department, channel: 'phone', narrative: 'They lost my papers' },
  }),
  '/api/v1/complaints/search POST': ({ department }) => ({ body: { department: [department] } }),
  '/api/v1/complaints/:number GET': () => ({}),
  '/api/v1/complaints/:number/steps POST': () => ({ body: { note: 'Called back', version: 999 } }),
  '/api/v1/metrics/query POST': ({ department }) => ({
    body: { metrics: ['csat'], grain: 'total', ...SPAN, where: { department: [department] } },
  }),
  '/api/v1/metrics/compare POST': ({ department }) => ({
    body: {
      metrics: ['csat'],
      a: { from: '2026-10-05', to: '2026-10-12', where: { department: [department] } },
      b: { from: '2026-10-12', to: '2026-10-19', where: { department: [department] } },
    },
  }),
  '/api/v1/metrics/drivers POST': ({ department }) => ({ body: { ...SPAN, where: { department: [department] } } }),
  '/api/v1/metrics/wait-effect POST': ({ department }) => ({ body: { ...SPAN, where: { department: [department] } } }),
  '/api/v1/metrics/why POST': ({ department }) => ({
    body: { metric: 'csat', by: 'channel', ...SPAN, where: { department: [department] } },
  }),
  '/api/v1/metrics/explain POST': ({ department }) => ({
    body: { metric: 'csat', grain: 'total', ...SPAN, where: { department: [department] } },
  }),
  '/api/v1/metrics/export POST': ({ department }) => ({
    body: {
      questions: [{ metrics: ['csat'], grain: 'total', ...SPAN, where: { department: [department] } }],
      words: {},
    },
  }),
  '/api/v1/records/query POST': ({ department }) => ({
    body: { metric: 'csat', ...SPAN, where: { department: [department] } },
  }),
  '/api/v1/records/export POST': ({ department }) => ({
    body: { metric: 'csat', ...SPAN, where: { department: [department] } },
  }),
  '/api/v1/baselines POST': ({ department }) => ({
    body: {
      ...{ metric: 'csat', where: { department: [department] }, kind: 'frozen', from: '2026-01-05', to: '2026-07-06' },
      note: 'As we are',
    },
    changes: true,
  }),
  '/api/v1/ingest/:kind POST': ({ sender, department }, turn) => ({
    query: `source=${sender}`,
    body: [{ externalId: `sent-${turn}`, department, respondedAt: '2026-10-07T10:00:00Z', csat: 4 }],
  }),
  '/api/v1/ingest/merges POST': ({ sender }, turn) => ({
    query: `source=${sender}`,
    body: { merges: [{ retired: `retired-${turn}`, surviving: `surviving-${turn}` }] },
  }),
  '/api/v1/ingest/:kind/erasure POST': ({ source, row }, turn) => ({
    query: `source=${source}`,
    body: { externalId: `${row}-${ROWS[turn % ROWS.length]}` },
  }),
  '/api/v1/audit GET': ({ key }) => ({ query: `record=${key}` }),
  '/api/v1/audit/search POST': ({ key }) => ({ body: { record: key } }),
  '/api/v1/audit/breach-report GET': ({ account }) => ({
    query: `actor=${account}&from=2026-01-01&to=2027-01-01`,
  }),
  '/api/v1/people/:id PATCH': () => ({ body: { name: 'Another name', version: '1' }, changes: true }),
  '/api/v1/sites/:code PATCH': rename,
  '/api/v1/departments/:code PATCH': rename,
  '/api/v1/sources/:code PATCH': () => ({ body: { name: 'Another name', version: '1' }, changes: true }),
  '/api/v1/sources/:code/expectation PUT': () => ({ body: { rhythm: 'day' }, changes: true }),
  '/api/v1/sources/:code/masking PATCH': () => ({
    body: { feedback: [], complaints: [], hospitalNumbers: [], version: '1' },
    changes: true,
  }),
  '/api/v1/sources/:code/keys POST': rename,
  '/api/v1/quarantine/:id PATCH': () => ({ body: { values: {} }, changes: true }),
};

const plain = (): Asked => ({});
const changing = (): Asked => ({ changes: true });

/** Whoever sends from a source makes it one of theirs, so that its code alone says nothing of whose it is. */
const OF_A_SOURCE = /^\/api\/v1\/sources\/:code\//;

/** Parts of an address that name a record or a department. */
const NAMES = /:(?:number|code|id|sessionId)\b/;

/** The requests that a route is tried with; one that nobody described is tried with an empty body. */
export function trialsOf(route: Route, fields: Fields | undefined, two: TwoOrganisations, turn: number): Trial[] {
  const asked = ASKED[nameOf(route)] ?? (route.method === 'GET' ? plain : changing);
  const names = nameOf(route) in ASKED || NAMES.test(route.path);
  const changes = asked(two.none, turn).changes === true || OF_A_SOURCE.test(route.path);
  const whoses = changes ? OUT_OF_REACH : EVERYBODYS;
  return (names ? whoses : [null]).map((whose) => {
    const places = two[whose ?? 'none'];
    const { query, body = fields?.body === null ? undefined : {} } = asked(places, turn);
    return {
      whose,
      url: `${addressIn(route.path, places)}${query === undefined ? '' : `?${query}`}`,
      ...(body !== undefined && route.method !== 'GET' && { body }),
    };
  });
}

function addressIn(path: string, places: Places): string {
  return path
    .replace(/\*$/, 'no-such-file.css')
    .replace(':number', String(places.complaint))
    .replace('/waits/:kind/:holdsFrom', '/waits/consultation/2026-01-01')
    .replace(':kind', 'survey-responses')
    .replace('/sites/:code', `/sites/${places.site}`)
    .replace('/departments/:code', `/departments/${places.department}`)
    .replace('/sources/:code', `/sources/${places.source}`)
    .replace('/touchpoints/:code', `/touchpoints/${places.touchpoint}`)
    .replace('/people/:id', `/people/${places.account}`)
    .replace('/quarantine/:id', `/quarantine/${places.key}`)
    .replace('/baselines/:id', `/baselines/${places.key}`)
    .replace('/keys/:id', `/keys/${places.key}`)
    .replace('/uploads/:id', `/uploads/${places.upload}`)
    .replace('/imports/:id', `/imports/${places.import}`)
    .replace('/webhooks/:id', `/webhooks/${places.key}`)
    .replace('/webhooks/:address', `/webhooks/${'0'.repeat(64)}`)
    .replace(/\/sessions\/:(?:id|sessionId)/, `/sessions/${places.session}`);
}

/** Every text by which a trial could be told from one that names nothing. */
export const namesIn = (places: Places): string[] => Object.values(places).map(String);
