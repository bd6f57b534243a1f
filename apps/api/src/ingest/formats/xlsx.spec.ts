import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileHead } from './file-head.ts';
import { fileOf, fixture, halfRowsOfCuts, readAs } from './fixtures/candidates-of.ts';
import { inlineRows, workbookParts, zipOf } from './fixtures/zip-of.ts';
import { xlsx } from './xlsx.ts';

const SAID = {
  kind: 'survey-responses',
  mapping: { columns: { 'Answered at': 'respondedAt', Ward: 'department', 'In your own words': 'comment' } },
} as const;

const REVIEWS = { kind: 'reviews', mapping: { constants: { reviewedAt: '2026-11-01' } } } as const;

const ok = () => fixture('xlsx', 'ok-answers.xlsx');

/** The cells of a workbook whose one sheet holds these rows. */
async function cellsOf(rows: string, others?: Record<string, string>, options = {}) {
  const file = fileOf(zipOf(workbookParts(rows, others)), 'book.xlsx');
  const opened = await xlsx.open(file, options);
  const records = [];
  for await (const some of opened.records()) records.push(...some);
  return { columns: opened.sheets[0]?.columns.map(({ name }) => name), records, opened };
}

it('reads the first sheet that is not hidden: dates as dates, numbers as typed, texts whole', async () => {
  const { sheets, records } = await readAs(xlsx, await ok(), SAID);
  expect(sheets).toEqual([
    {
      name: 'Answers',
      columns: ['Answered at', 'Ward', 'Satisfied', 'In your own words', 'Seen'].map((name) => ({ name })),
      preset: {},
    },
  ]);
  expect(records.map(({ line, cells }) => [line, cells])).toEqual([
    [3, ['2026-11-02 09:15:00', '0042', '4.4', 'Phòng khám rất sạch\n& yên tĩnh', 'true']],
    [4, ['2026-11-03', '', '5', '東京', '']],
    [7, ['2026-11-05T08:00:00', 'W1', '#N/A', 'Typed here', '']],
  ]);
});

it('maps its rows', async () => {
  const { rows } = await readAs(xlsx, await ok(), SAID);
  expect(rows[0]).toMatchObject({
    row: 3,
    value: { respondedAt: '2026-11-02 09:15:00', department: '0042', comment: 'Phòng khám rất sạch\n& yên tĩnh' },
  });
});

it('reads the sheet that is named, and says which there are', async () => {
  const { sheets } = await readAs(xlsx, await ok(), { sheet: 'Lists', ...REVIEWS });
  expect(sheets[0]?.columns.map(({ name }) => name)).toEqual(['Code', 'Name']);
  await expect(xlsx.open(await ok(), { sheet: 'Answer' })).rejects.toThrow(
    'ok-answers.xlsx has no sheet called Answer. It has: Lists, Answers.',
  );
});

it('reads what other programs leave out: places, styles, shared texts, prefixes', async () => {
  const { columns, records } = await cellsOf(
    inlineRows([
      ['a', 'b'],
      ['1', ' '],
      [' ', ' '],
      ['', '2', '3'],
    ]),
  );
  expect(columns).toEqual(['a', 'b']);
  expect(records.map(({ line, cells, problem }) => [line, cells, problem?.code])).toEqual([
    [2, ['1', ' '], undefined],
    [4, ['', '2', '3'], 'wrong-columns'],
  ]);
  const prefixed = '<x:worksheet><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  expect((await cellsOf('', { 'xl/worksheets/sheet1.xml': prefixed })).columns).toEqual(['7']);
});

it('counts days from 1904 where the workbook does', async () => {
  const { records } = await cellsOf(`${inlineRows([['day']])}<row><c s="1"><v>44867</v></c></row>`, {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>',
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  });
  expect(records[0]?.cells).toEqual(['2026-11-03']);
});

describe('refuses', () => {
  const header = inlineRows([['a', 'b']]);
  it.each<[string, () => Buffer, RegExp]>([
    ['words', () => Buffer.from('a,b\n1,2\n'), /is no \.xlsx workbook\. Save its table as \.xlsx/],
    [
      'the old form',
      () => Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      /locked with a password or kept in the old \.xls form/,
    ],
    ['another archive', () => zipOf({ 'word/document.xml': '<a/>' }), /is an archive, but no \.xlsx workbook/],
    ['an archive of nothing', () => zipOf({}), /no \.xlsx workbook/],
    ['a sheet without a header', () => zipOf(workbookParts('')), /sheet Answers .* has no row of column names/],
    [
      'entities',
      () => zipOf(workbookParts('', { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' })),
      /its XML is broken or hostile/,
    ],
    ['XML that nests without end', () => zipOf(workbookParts('<a>'.repeat(200))), /broken or hostile/],
    [
      'a tag without end',
      () => zipOf(workbookParts(`${header}<row a="${'x'.repeat(3_000_000)}"/>`)),
      /broken or hostile/,
    ],
    [
      'XML that stops',
      () => zipOf(workbookParts('', { 'xl/workbook.xml': '<workbook><sheets>' })),
      /broken or hostile/,
    ],
    [
      'letters of no encoding',
      () => zipOf({ ...workbookParts(''), 'xl/workbook.xml': Buffer.from([0x3c, 0xff]) }),
      /broken/,
    ],
    [
      'a bomb',
      () => zipOf(workbookParts(`${header}${' '.repeat(40 * 1024 * 1024)}`)),
      /unpacks to more than can be read\. Save the table as CSV UTF-8/,
    ],
  ])('%s', async (_, bytes, words) => {
    await expect(readAs(xlsx, fileOf(bytes(), 'book.xlsx'), REVIEWS)).rejects.toThrow(words);
  });

  it('texts by the million', async () => {
    const strings = `<sst>${'<si><t/></si>'.repeat(2_000_001)}</sst>`;
    await expect(cellsOf(header, { 'xl/sharedStrings.xml': strings })).rejects.toThrow(/more text than can be read/);
  });

  it('a file cut off, before its first row', async () => {
    await expect(xlsx.open(await fixture('xlsx', 'not-ok-cut.xlsx'), {})).rejects.toThrow(
      'not-ok-cut.xlsx is no whole workbook: it is broken or cut off. Save it again as .xlsx.',
    );
  });

  it('a sheet that was damaged, when it is checked', async () => {
    const bytes = zipOf(
      workbookParts(inlineRows([['a', 'b'], ...Array.from({ length: 500 }, (_, n) => [`${n}`, 'x'])])),
    );
    const sheet = bytes.indexOf('xl/worksheets/sheet1.xml');
    bytes[sheet + 400] = (bytes[sheet + 400] ?? 0) ^ 0xff;
    const opened = await xlsx.open(fileOf(bytes, 'book.xlsx'), {}).catch((error: unknown) => error);
    await expect(
      opened instanceof Error ? Promise.reject(opened) : (opened as Awaited<ReturnType<typeof xlsx.open>>).check?.(),
    ).rejects.toThrow(/broken|hostile/);
  });
});

it('keeps a row aside that is longer than any row, and goes on', async () => {
  const long = 'x'.repeat(600_000);
  const { records } = await cellsOf(
    inlineRows([
      ['a', 'b'],
      [long, long],
      ['1', '2'],
    ]),
  );
  expect(records.map(({ line, problem }) => [line, problem?.code])).toEqual([
    [2, 'too-long'],
    [3, undefined],
  ]);
});

it('hands on few rows at a time where each has very many empty cells', async () => {
  const rows = `<row><c r="A1"><v>1</v></c><c r="ALL1"><v>2</v></c></row>${'<row><c><v>3</v></c></row>'.repeat(1000)}`;
  const opened = await xlsx.open(fileOf(zipOf(workbookParts(rows))), {});
  const sizes = [];
  for await (const some of opened.records()) sizes.push(some.length);
  expect([Math.max(...sizes) <= 100, sizes.reduce((sum, size) => sum + size)]).toEqual([true, 1000]);
});

it('cut off at every byte gives no half rows', async () => {
  const whole = await readFile(join(import.meta.dirname, 'fixtures/xlsx/ok-answers.xlsx'));
  expect(await halfRowsOfCuts(xlsx, whole, SAID)).toEqual([]);
});

it('is recognised by what is in it, whatever it is called', async () => {
  const recognises = async (bytes: Buffer) => xlsx.recognises(await fileHead(fileOf(bytes, 'file.zip')));
  expect(await recognises(zipOf(workbookParts('')))).toBe(true);
  expect(await recognises(zipOf({ 'word/document.xml': '<a/>' }))).toBe(false);
});
