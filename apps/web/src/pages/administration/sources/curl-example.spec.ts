import { expect, it } from '@jest/globals';
import { curlExample } from './curl-example.ts';

it('the example sends JSON to the source with the key', () => {
  const text = curlExample('https://bedside.example', 'crm', 'bsk_secret');
  expect(text).toContain('https://bedside.example/api/v1/ingest/survey-responses?source=crm ');
  expect(text).toContain("'Authorization: Bearer bsk_secret'");
  const [, body = ''] = /-d '(.*)'$/.exec(text) ?? [];
  expect(JSON.parse(body)).toHaveLength(1);
});
