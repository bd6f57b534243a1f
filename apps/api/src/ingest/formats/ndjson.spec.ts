import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileHead } from './file-head.ts';
import { fileOf, fixture, halfRowsOfCuts, readAs } from './fixtures/candidates-of.ts';
import { ndjson } from './ndjson.ts';

const SAID = { kind: 'survey-responses', mapping: { columns: { at: 'respondedAt' } } } as const;

it('makes columns of fields, and of fields inside fields', async () => {
  const { sheets, records, rows } = await readAs(ndjson, await fixture('ndjson', 'ok-kiosk.ndjson'), {
    ...SAID,
    mapping: { columns: { at: 'respondedAt', words: 'comment', 'place.ward': 'department' } },
  });
  expect(sheets[0]?.columns.map(({ name }, index) => [name, ...records.map(({ cells }) => cells[index])])).toEqual([
    ['id', 'k-1', 'k-2'],
    ['at', '2026-11-02T09:15:00+02:00', '2026-11-02T09:20:00+02:00'],
    ['place.ward', '4B', '4B'],
    ['place.kiosk', '3', ''],
    ['scores.check-in', '4', '2'],
    ['scores.care', '5', ''],
    ['tags', 'clean; quiet', ''],
    ['words', 'Labai gražu', ''],
    ['number', '', '12345678901234567890'],
    ['deep', '', '[{"a":1}]'],
    ['yes', '', 'true'],
    ['none', '', ''],
  ]);
  expect(rows.map(({ row, value }) => [row, value.externalId, value.scores, value.department])).toEqual([
    [1, 'k-1', { 'check-in': 4, care: 5 }, '4B'],
    [3, 'k-2', { 'check-in': 2 }, '4B'],
  ]);
});

it('keeps aside what cannot be read, as it stood, and goes on', async () => {
  const { rows } = await readAs(ndjson, await fixture('ndjson', 'not-ok-rows.ndjson'), SAID);
  expect(rows.map(({ row, raw, problem }) => [row, problem?.field, problem?.code, problem && raw])).toEqual([
    [1, undefined, undefined, undefined],
    [2, null, 'not-json', '{"id":"k-2","at":"2026-11-02T09:15:00+02:00","scores":{"care":'],
    [3, null, 'not-an-object', '["k-3"]'],
    [4, 'scores.care', 'out-of-range', expect.stringContaining('"scores.care":"6"')],
    [5, undefined, undefined, undefined],
  ]);
});

describe('a line costs itself alone', () => {
  const around = (line: string): string => `{"at":"2026-11-02"}\n${line}\n{"at":"2026-11-03"}\n`;
  it.each<[string, string, string | undefined]>([
    ['that is longer than any row', `{"words":"${'x'.repeat(1_100_000)}"}`, 'too-long'],
    ['that nests without end', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'too-deep'],
    ['whose objects nest without end', `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`, 'too-deep'],
    ['with a NUL', '{"at":"2026-11-02","comment":"a\\u0000b"}', 'nul-character'],
    ['with names that objects have anyway', '{"at":"2026-11-02","__proto__":{"at":"x"},"constructor":"y"}', undefined],
  ])('%s', async (_, line, code) => {
    const { rows } = await readAs(ndjson, fileOf(around(line)), SAID);
    expect(rows.map(({ problem }) => problem?.code)).toEqual([undefined, code, undefined]);
  });
});

it('refuses a file in which every object has fields of its own', async () => {
  const lines = Array.from({ length: 2001 }, (_, index) => `{"f${index}":1}`).join('\n');
  await expect(readAs(ndjson, fileOf(lines, 'ids.ndjson'), SAID)).rejects.toThrow(
    'ids.ndjson has more than 2000 different fields. Export it with the same names in each object.',
  );
});

it('cut off at every byte gives no half rows', async () => {
  const whole = await readFile(join(import.meta.dirname, 'fixtures/ndjson/ok-kiosk.ndjson'));
  const mapping = { columns: { at: 'respondedAt', id: null }, constants: { externalId: 'k' } };
  expect(await halfRowsOfCuts(ndjson, whole, { kind: 'survey-responses', mapping })).toEqual([]);
});

it.each<[string, boolean]>([
  ['{"a":1}\n{"b":2}\n', true],
  ['{"a":1}', true],
  ['[{"a":1}]', false],
  ['{\n"a":1\n}', false],
  ['a,b\n1,2\n', false],
])('%j is recognised: %s', async (text, recognised) => {
  expect(ndjson.recognises(await fileHead(fileOf(text)))).toBe(recognised);
});
