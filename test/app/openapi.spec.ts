import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import openapiTS, { type OpenAPI3, astToString } from 'openapi-typescript';
import { describeApp } from '../../apps/api/src/create-app.ts';

const committed = (path: string): string => readFileSync(join(import.meta.dirname, '..', '..', path), 'utf8');
const REMEDY = 'run `npm run openapi` and commit what it writes';

it(`the committed description is what the API offers (else ${REMEDY})`, async () => {
  expect(JSON.parse(committed('docs/openapi.gen.json'))).toEqual(JSON.parse(JSON.stringify(await describeApp())));
});

it(`the web client’s types come from it (else ${REMEDY})`, async () => {
  const document: OpenAPI3 = JSON.parse(committed('docs/openapi.gen.json'));
  const types = astToString(await openapiTS(document));
  expect(committed('apps/web/src/api/schema.gen.ts')).toContain(types.trim());
});
