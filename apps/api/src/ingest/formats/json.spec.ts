import { expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileHead } from './file-head.ts';
import { fileOf, fixture, halfRowsOfCuts, readAs } from './fixtures/candidates-of.ts';
import { json } from './json.ts';

const SAID = {
  kind: 'survey-responses',
  mapping: { columns: { at: 'respondedAt', 'answer.care': 'csat' } },
} as const;

it.each<[string, unknown[]]>([
  [
    'ok-list.json',
    [
      [1, '1', 4],
      [2, '2', 1],
    ],
  ],
  [
    'ok-results.json',
    [
      [1, '3', 4],
      [2, '4', undefined],
    ],
  ],
])('reads %s', async (name, expected) => {
  const { rows } = await readAs(json, await fixture('json', name), SAID);
  expect(rows.map(({ row, value }) => [row, value.externalId, value.csat])).toEqual(expected);
  expect(rows.filter(({ problem }) => problem !== undefined)).toEqual([]);
});

it('refuses a list cut off, before its first row', async () => {
  await expect(json.open(await fixture('json', 'not-ok-cut.json'), {})).rejects.toThrow(
    'not-ok-cut.json is not whole JSON: it is broken or cut off after its object number 1. Export it again and send it unchanged.',
  );
});

it.each<[string, string, RegExp]>([
  ['words', 'Dear all', /does not begin as JSON does/],
  ['a list that never ends', '[{"at":"2026-11-02"},', /broken or cut off after its object number 1\b/],
  ['something after the list', '[] and more', /broken or cut off near its beginning/],
])('refuses %s', async (_, text, words) => {
  await expect(json.open(fileOf(text, 'rows.json'), {})).rejects.toThrow(words);
});

it('holds no more of a large list than an object', async () => {
  const object = `{"at":"2026-11-02","words":"${'x'.repeat(50_000)}"},`;
  const file = {
    name: 'large.json',
    bytes: 0,
    async *pieces() {
      yield Buffer.from('[');
      for (let n = 0; n < 300; n += 1) yield Buffer.from(object);
      yield Buffer.from('{}]');
    },
  };
  const opened = await json.open(file, {});
  let [most, all] = [0, 0];
  for await (const some of opened.records()) {
    most = Math.max(most, some.length);
    all += some.length;
  }
  expect([most <= 2, all]).toEqual([true, 301]);
});

it.each(['ok-list.json', 'ok-results.json'])('%s cut off at every byte gives no half rows', async (name) => {
  const whole = await readFile(join(import.meta.dirname, 'fixtures/json', name));
  expect(await halfRowsOfCuts(json, whole, SAID)).toEqual([]);
});

it.each<[string, boolean]>([
  ['[{"a":1},{"b":', true],
  ['{"total":1,"rows":[{"a":1}]}', true],
  ['{\n"a":1\n}', true],
  ['{"a":1}\n{"b":2}\n', false],
  ['[]', false],
  ['[1,2]', false],
  ['a,b\n1,2\n', false],
])('%j is recognised: %s', async (text, recognised) => {
  expect(json.recognises(await fileHead(fileOf(text)))).toBe(recognised);
});
