import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InjectOptions } from 'fastify';
import { openApiDocument } from '../../apps/api/src/serving/openapi-document.ts';
import { type TestApp, openTestApp } from '../app/test-app.ts';
import { setUpOrganisation } from '../ingest/lakeside.ts';

/** What people type, patients' names and words among it: addresses are kept by browsers, proxies and logs, so none may. */
const TYPED = ['My father waited', 'Ona Petraitė', 'ona@hospital.example', 'bố tôi', '+370 600 00000', 'Nguyễn'];

const SOME_ID = '00000000-0000-4000-8000-000000000000';

type Form = 'id' | 'date' | 'code' | 'number' | 'one of few' | 'cursor' | 'page of ours';

/** Everything an address may say. What is not here fails: give it a form, or send it in a body. */
const ALLOWED: Record<string, Form> = {
  'path address': 'code',
  'path code': 'code',
  'path holdsFrom': 'date',
  'path id': 'id',
  'path kind': 'one of few',
  'path number': 'number',
  'path sessionId': 'id',
  'query action': 'code',
  'query actor': 'id',
  'query channel': 'one of few',
  'query before': 'id',
  'query cursor': 'cursor',
  'query deliveredAt': 'date',
  'query department': 'code',
  'query format': 'one of few',
  'query from': 'date',
  'query limit': 'number',
  'query metric': 'code',
  'query offset': 'number',
  'query record': 'id',
  'query site': 'code',
  'query source': 'code',
  'query stage': 'one of few',
  'query subject': 'code',
  'query subjectKind': 'code',
  'query to': 'date',
  'query to of /api/v1/sign-in/oidc': 'page of ours',
  'query touchpoint': 'code',
  'query view': 'one of few',
  'query was': 'number',
};

interface Schema {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  items?: Schema;
}

interface Parameter {
  method: string;
  path: string;
  in: string;
  name: string;
  schema?: Schema;
}

let app: TestApp;
let parameters: Parameter[];

beforeAll(async () => {
  app = await openTestApp();
  await setUpOrganisation(app);
  const paths = Object.entries(openApiDocument(app.app).paths) as [
    string,
    Record<string, { parameters?: Parameter[] }>,
  ][];
  parameters = paths.flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters: own = [] }]) =>
      own.map((parameter) => ({ ...parameter, method: method.toUpperCase(), path })),
    ),
  );
}, 60_000);

afterAll(() => app.close());

const nameOf = (one: Parameter): string => {
  const name = `${one.in} ${one.name}`;
  return `${name} of ${one.path}` in ALLOWED ? `${name} of ${one.path}` : name;
};

/** Whether a description lets nothing through that people type. */
function refusesWords({ type, format, pattern, enum: values, items }: Schema): boolean {
  if (type === 'array') return items !== undefined && refusesWords(items);
  if (values !== undefined || type === 'number' || type === 'integer') return true;
  if (format === 'date' || format === 'uuid') return true;
  return pattern !== undefined && TYPED.every((words) => !new RegExp(pattern, 'u').test(words));
}

describe('an address', () => {
  it('says nothing but what is listed, and all that is listed is said somewhere', () => {
    expect(parameters.length).toBeGreaterThan(50);
    expect([...new Set(parameters.map(nameOf))].sort()).toEqual(Object.keys(ALLOWED).sort());
  });

  it('describes each of its questions by a form that refuses what people type', () => {
    const open = parameters.filter((one) => one.in === 'query' && !refusesWords(one.schema ?? {}));
    expect(open.map(({ method, path, name }) => `${method} ${path} ${name}`)).toEqual([]);
  });

  it('with what people type in a question is refused by the name of what is wrong', async () => {
    const taken: string[] = [];
    for (const { method, path, name } of parameters.filter((one) => one.in === 'query')) {
      if (ALLOWED[`query ${name} of ${path}`] === 'page of ours') continue;
      const way = path
        .replace('{kind}', 'survey-responses')
        .replace('{holdsFrom}', '2026-01-01')
        .replace('{id}', SOME_ID);
      for (const words of TYPED) {
        const url = `${way}?${name}=${encodeURIComponent(words)}`;
        const body = way.endsWith('/merges') ? { merges: [{ retired: '1', surviving: '2' }] } : { externalId: '1' };
        const payload = method === 'POST' ? { payload: body } : {};
        const answer = await app.inject({ method: method as InjectOptions['method'], url, ...payload });
        const told = answer.statusCode === 400 && answer.body.includes(`${name} must`);
        if (!told || answer.body.includes(words)) taken.push(`${method} ${url}: ${answer.statusCode} ${answer.body}`);
      }
    }
    expect(taken).toEqual([]);
  });

  it('with what people type for a record finds none, and repeats nothing', async () => {
    const taken: string[] = [];
    for (const path of new Set(parameters.filter((one) => one.in === 'path').map((one) => one.path))) {
      for (const { method } of parameters.filter((one) => one.path === path)) {
        const url = path.replaceAll(/\{\w+\}/g, encodeURIComponent('Ona Petraitė'));
        const answer = await app.inject({ method: method as InjectOptions['method'], url });
        const refused = answer.statusCode >= 400 && answer.statusCode < 500;
        if (!refused || answer.body.includes('Petrait')) taken.push(`${method} ${url}: ${answer.body}`);
      }
    }
    expect(taken).toEqual([]);
  });
});
