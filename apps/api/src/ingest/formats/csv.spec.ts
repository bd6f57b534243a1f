import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csv } from './csv.ts';
import { fileHead } from './file-head.ts';
import { fileOf, fixture, halfRowsOfCuts, readAs } from './fixtures/candidates-of.ts';

const SAID = {
  kind: 'survey-responses',
  mapping: { columns: { answered_at: 'respondedAt', ward: 'department', satisfied: 'csat', words: 'comment' } },
} as const;

it('reads a table with tabs by a mapping, words over several lines included', async () => {
  const { sheets, rows, passedOver } = await readAs(csv, await fixture('csv', 'ok-patients-said.tsv'), SAID);
  expect(sheets).toEqual([
    {
      name: 'rows',
      columns: ['answered_at', 'ward', 'satisfied', 'words'].map((name) => ({ name })),
      preset: {},
    },
  ]);
  expect(rows.map(({ row, value, problem }) => [row, value, problem])).toEqual([
    [
      2,
      { respondedAt: '2026-11-02 09:14', department: 'Ward 4B', csat: 5, comment: 'Kind nurses, clean floors' },
      undefined,
    ],
    [
      3,
      { respondedAt: '2026-11-02 10:30', department: 'Ward 4B', csat: 2, comment: 'Waited "a while"\nand nobody came' },
      undefined,
    ],
    [5, { respondedAt: '2026-11-03 07:05', department: 'Ward 2A' }, undefined],
    [6, { respondedAt: '2026-11-03 08:00', department: 'Ward 2A', csat: 4, comment: 'ok' }, undefined],
  ]);
  expect(passedOver).toEqual({});
});

it('reads Thai of a code page, its digits and its years once the encoding is said', async () => {
  const file = await fixture('csv', 'not-ok-thai-874.csv');
  await expect(readAs(csv, file, SAID)).rejects.toThrow(/not valid UTF-8.*--encoding.*windows-874/);
  const { rows } = await readAs(csv, file, {
    encoding: 'windows-874',
    kind: 'survey-responses',
    mapping: {
      columns: { วันที่: 'respondedAt', แผนก: 'department', ความพึงพอใจ: 'csat' },
      dates: { order: 'dmy' },
    },
  });
  expect(rows.map(({ value }) => value)).toEqual([
    { respondedAt: '2026-11-22T08:15:00', department: 'อายุรกรรม', csat: 5 },
    { respondedAt: '2026-11-23T09:40:00', department: 'กุมารเวชกรรม', csat: 3 },
  ]);
});

it('keeps broken rows aside and goes on', async () => {
  const mapping = { columns: { answered_at: 'respondedAt', satisfied: 'csat', words: 'comment' } };
  const { rows } = await readAs(csv, await fixture('csv', 'not-ok-rows.csv'), { kind: 'survey-responses', mapping });
  expect(rows.map(({ row, problem }) => [row, problem?.code])).toEqual([
    [2, undefined],
    [3, 'wrong-columns'],
    [4, 'malformed-quotes'],
    [5, undefined],
  ]);
});

it('takes no row for whole that a cut leaves without a column', async () => {
  const whole = await readFile(join(import.meta.dirname, 'fixtures/csv/ok-patients-said.tsv'));
  const mapping = { columns: { answered_at: 'respondedAt', ward: 'department', satisfied: 'csat', words: null } };
  expect(await halfRowsOfCuts(csv, whole, { kind: 'survey-responses', mapping })).toEqual([]);
});

describe('is recognised', () => {
  it.each<[string, string | Buffer, boolean]>([
    ['with a header alone', 'a;b;c\n', true],
    ['with quoted names over two lines', '"a\nb",c\n1,2\n', true],
    ['after a line that announces its delimiter', 'sep=|\na|b\n1|2\n', true],
    ['not in a single column', 'a\n1\n2\n', false],
    ['not in JSON', '[{"a": 1, "b": 2}]\n', false],
    ['not in NDJSON', '{"a": 1, "b": 2}\n{"a": 1, "b": 2}\n', false],
    ['not in XML', '<?xml version="1.0"?>\n<a b="1,2"/>\n', false],
    ['not in HL7', 'MSH|^~\\&|ADT|WARD\nPID|1|2|3\n', false],
    ['not in an archive', Buffer.from('PK\x03\x04\x14\0,a,b\n', 'latin1'), false],
    ['not in prose', 'Dear Sir or Madam, thank you.\nThe food was cold.\nThe rest was fine.\n', false],
    ['not in nothing', '\n\n', false],
  ])('%s', async (_, bytes, recognised) => {
    expect(csv.recognises(await fileHead(fileOf(bytes, 'file', 5)))).toBe(recognised);
  });
});
