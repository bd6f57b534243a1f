import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { openApiDocument } from '../../apps/api/src/serving/openapi-document.ts';
import { type Caller, headersOf } from './callers.ts';
import { fieldsOf } from './described-fields.ts';
import { nameOf, servedRoutes } from './served-routes.ts';
import { tenantTables } from './tenant-tables.ts';
import { trialsOf } from './trials.ts';
import {
  OUR_WORD,
  SIBLINGS_WORD,
  THEIR_WORD,
  type TwoOrganisations,
  openTwoOrganisations,
} from './two-organisations.ts';

let two: TwoOrganisations;
let owner: Client;

beforeAll(async () => {
  two = await openTwoOrganisations();
  owner = new Client({ connectionString: two.app.address.ownerUrl });
  await owner.connect();
}, 120_000);

afterAll(async () => {
  await owner.end();
  await two.app.close();
});

/** All that an organisation holds, table by table, past all walls. */
async function holdingsOf(organisationId: string): Promise<Record<string, unknown>> {
  const held: Record<string, unknown> = {};
  for (const { name } of await tenantTables(owner)) {
    const { rows } = await owner.query(
      `select count(*)::int as rows, md5(string_agg(t::text, ' ' order by t::text)) as hash from ${name} t
       where organisation_id = $1`,
      [organisationId],
    );
    held[name] = rows[0];
  }
  return held;
}

/** Which of all the words come to somebody who asks every route for everything, each with where it was heard first. */
async function heardBy(caller: Caller): Promise<Map<string, string>> {
  const document = openApiDocument(two.app.app);
  const heard = new Map<string, string>();
  for (const [turn, route] of servedRoutes(two.app.app).entries()) {
    for (const { whose, url, body } of trialsOf(route, fieldsOf(document, route), two, turn)) {
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      const headers = { ...(await headersOf(two, caller)), ...type };
      const payload = body === undefined ? {} : { payload: JSON.stringify(body) };
      const answer = await two.app.app.inject({ method: route.method as 'GET', url, headers, ...payload });
      for (const word of [OUR_WORD, SIBLINGS_WORD, THEIR_WORD]) {
        if (answer.body.includes(word) && !heard.has(word)) heard.set(word, `${nameOf(route)}, ${whose}`);
      }
    }
  }
  return heard;
}

const words = (heard: Map<string, string>): string[] => [...heard.keys()].sort();

describe('whoever tries every route, whatever they name', () => {
  it('hears nothing of another organisation, and changes nothing there', async () => {
    const before = await holdingsOf(two.theirId);
    const heard = await heardBy('administrator');
    expect([words(heard), heard.get(THEIR_WORD)]).toEqual([[OUR_WORD, SIBLINGS_WORD], undefined]);
    expect((await heardBy('source-key')).get(THEIR_WORD)).toBeUndefined();
    expect(await holdingsOf(two.theirId)).toEqual(before);
  });

  it('hears nothing of the department beside their own', async () => {
    const heard = await heardBy('department-head');
    expect([words(heard), heard.get(SIBLINGS_WORD)]).toEqual([[OUR_WORD], undefined]);
  });

  it('hears nothing of ours from elsewhere, and changes nothing here', async () => {
    const before = await holdingsOf(HOME_ORGANISATION_ID);
    const heard = await heardBy('their-admin');
    expect([words(heard), heard.get(OUR_WORD)]).toEqual([[THEIR_WORD], undefined]);
    expect(await holdingsOf(HOME_ORGANISATION_ID)).toEqual(before);
  });
});
