import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { InjectOptions } from 'fastify';
import { openApiDocument } from '../../apps/api/src/serving/openapi-document.ts';
import { CALLERS, type Caller, UNKNOWN, headersOf } from './callers.ts';
import { type Fields, fieldsOf } from './described-fields.ts';
import { type RouteRow, routesInWords } from './routes-in-words.ts';
import { type Route, nameOf, servedRoutes } from './served-routes.ts';
import { type Trial, namesIn, trialsOf } from './trials.ts';
import { type TwoOrganisations, openTwoOrganisations } from './two-organisations.ts';

const COMMITTED = new URL('routes.gen.md', import.meta.url);
const REMEDY = 'run `UPDATE_ROUTES=1 npm test -- test/isolation/routes.spec.ts`, read what changed, and commit it';

let two: TwoOrganisations;
let document: OpenAPIObject;
let routes: Route[];

beforeAll(async () => {
  two = await openTwoOrganisations();
  document = openApiDocument(two.app.app);
  routes = servedRoutes(two.app.app);
}, 120_000);

afterAll(() => two.app.close());

const fields = (route: Route): Fields | undefined => fieldsOf(document, route);

async function ask(route: Route, { url, body }: Pick<Trial, 'url' | 'body'>, headers: Record<string, string>) {
  const method = route.method as InjectOptions['method'];
  const type = { 'content-type': 'application/json' };
  const payload = body === undefined ? {} : { payload: JSON.stringify(body), headers: { ...headers, ...type } };
  return two.app.app.inject({ method, url, headers, ...payload });
}

let turn = 0;

/** What a route answers a caller, for each of whose records or departments is named. */
async function answersOf(route: Route, caller: Caller) {
  turn += 1;
  const found = [];
  for (const trial of trialsOf(route, fields(route), two, turn)) {
    const { statusCode, body } = await ask(route, trial, await headersOf(two, caller));
    found.push({ whose: trial.whose, status: statusCode, body: unnamed(body) });
  }
  return found;
}

/** An answer without what was named in the question. */
function unnamed(body: string): string {
  const names = [two.own, two.other, two.sibling, two.none].flatMap(namesIn).sort((a, b) => b.length - a.length);
  return body.replace(new RegExp(`\\b(?:${names.join('|')})\\b`, 'g'), '…');
}

/** Whose records and departments a caller may know nothing of. */
function outOfSight(caller: Caller): readonly string[] {
  if (caller === 'their-admin') return ['own', 'sibling'];
  return caller === 'department-head' || caller === 'staff' ? ['sibling', 'other'] : ['other'];
}

/** What is open to everybody: whether it lives, what it offers, and the ways in. */
const OPEN = /^\/(?:health\/|api\/docs|api\/v1\/(?:session|links|sign-in))/;

describe('every route and every caller', () => {
  const rows: RouteRow[] = [];
  const told: string[] = [];

  beforeAll(async () => {
    for (const route of routes) {
      const statuses = new Map<string, Map<Caller, number>>();
      for (const caller of CALLERS) {
        const answers = await answersOf(route, caller);
        const none = answers.find(({ whose }) => whose === 'none');
        for (const { whose, status, body } of answers) {
          const named = whose ?? '';
          statuses.set(named, (statuses.get(named) ?? new Map<Caller, number>()).set(caller, status));
          const hidden = whose !== null && outOfSight(caller).includes(whose);
          if (hidden && none !== undefined && (status !== none.status || body !== none.body)) {
            told.push(`${nameOf(route)} to ${caller}, ${named}: ${status} ${body}, not ${none.status} ${none.body}`);
          }
        }
      }
      rows.push({ route, statuses, fields: fields(route) });
    }
  }, 300_000);

  it(`get the answers that are written down, and take the fields that are (else ${REMEDY})`, () => {
    const due = routesInWords(rows);
    if (process.env.UPDATE_ROUTES === '1') writeFileSync(COMMITTED, due);
    expect(readFileSync(COMMITTED, 'utf8')).toBe(due);
  });

  it('answer about what is out of sight, letter by letter, as about what does not exist', () => {
    expect(told).toEqual([]);
  });

  it('let in nobody unknown where not everybody may', () => {
    for (const { route, statuses } of rows.filter(({ route: { path } }) => !OPEN.test(path))) {
      for (const of of statuses.values()) {
        for (const caller of UNKNOWN) {
          expect([nameOf(route), caller, of.get(caller)]).toEqual([nameOf(route), caller, 401]);
        }
      }
    }
  });

  it('let keys do nothing but send and erase rows, and not of another source', () => {
    for (const { route, statuses } of rows.filter(({ statuses: of }) => of.has('own'))) {
      const rowsAlone = route.path.startsWith('/api/v1/ingest/');
      const own = statuses.get('own')?.get('source-key') ?? 0;
      expect([nameOf(route), own < 300]).toEqual([nameOf(route), rowsAlone]);
      if (rowsAlone) expect(statuses.get('other')?.get('source-key')).toBe(403);
    }
  });
});

describe('a field that no route names', () => {
  it('is refused wherever a body or a query is taken', async () => {
    const passedOver: string[] = [];
    for (const route of routes) {
      const { query = [], body = null } = fields(route) ?? {};
      const [trial] = trialsOf(route, fields(route), two, 0);
      if (trial === undefined || (body?.[0] ?? '').startsWith('[]')) continue;
      const headers = await headersOf(two, 'administrator');
      if (body !== null) {
        const answer = await ask(route, { url: trial.url, body: { notAField: 1 } }, headers);
        if (!answer.body.includes('property notAField should not exist')) passedOver.push(`${nameOf(route)} body`);
      }
      if (query.length > 0) {
        const url = `${trial.url}${trial.url.includes('?') ? '&' : '?'}notAField=1`;
        const answer = await ask(route, { ...trial, url }, headers);
        if (!answer.body.includes('property notAField should not exist')) passedOver.push(`${nameOf(route)} query`);
      }
    }
    expect(passedOver).toEqual([]);
  });
});
