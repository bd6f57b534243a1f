import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { type CsvRecord, CsvRecords } from './csv-records.ts';
import { LONGEST_LINE, textLines } from './text-lines.ts';

async function recordsOf(text: string, delimiter = ',', pieceLength = 7): Promise<CsvRecord[]> {
  const records = new CsvRecords(delimiter);
  const all: CsvRecord[] = [];
  for await (const lines of textLines(pieces(text, pieceLength))) all.push(...records.push(lines));
  return [...all, ...records.end()];
}

async function* pieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

const cellsOf = async (text: string, delimiter?: string) =>
  (await recordsOf(text, delimiter)).map(({ cells }) => cells);
const faultsOf = async (text: string) => (await recordsOf(text)).map(({ line, fault }) => [line, fault ?? 'fine']);

describe('cells', () => {
  it.each<[string, string, string[][]]>([
    [
      'plain',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['no newline at the end', 'a,b', [['a', 'b']]],
    [
      'CRLF',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['empty cells', ',a,\n', [['', 'a', '']]],
    ['a delimiter in quotes', '"a,b",c', [['a,b', 'c']]],
    ['a doubled quote', '"say ""ah""",c', [['say "ah"', 'c']]],
    [
      'an empty quoted cell',
      'a,""\n"",b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    [
      'newlines in quotes',
      '"a\n\nb",c\nd,e',
      [
        ['a\n\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['CRLF in quotes', '"a\r\nb",c\r\n', [['a\nb', 'c']]],
    ['a quote inside an unquoted cell', '5\'11" tall,c', [['5\'11" tall', 'c']]],
    [
      'blank lines and rows of nothing',
      'a,b\n\n , \n,,\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ])('reads %s', async (_, text, cells) => {
    expect(await cellsOf(text)).toEqual(cells);
  });

  it.each([';', '\t', '|', ':'])('splits at %j', async (delimiter) => {
    expect(await cellsOf(`a${delimiter}"b${delimiter}c"`, delimiter)).toEqual([['a', `b${delimiter}c`]]);
  });

  it('takes a lone CR as line end where there is no other', async () => {
    expect(await recordsOf('a,b\rc,d\r', ',', 100)).toMatchObject([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['c', 'd'] },
    ]);
  });

  it('composes characters, also across pieces', async () => {
    expect(await cellsOf('Tie\u0302\u0301ng Vie\u0323\u0302t,x\n')).toEqual([['Tiếng Việt', 'x']]);
  });

  it('agrees with an independent parser on whatever is written by the rules', async () => {
    const cell = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('', 'a"b', ',', ';', 'line\nbreak', '""', 'x'));
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), fc.integer({ min: 1, max: 9 }), async (rows, windows, pieceLength) => {
        const quoted = (text: string) => `"${text.replace(/\r/g, '').normalize('NFC').replaceAll('"', '""')}"`;
        const text = rows.map((row) => row.map(quoted).join(',')).join(windows ? '\r\n' : '\n');
        const expected: string[][] = parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n'] });
        const unix = expected.map((row) => row.map((one) => one.replaceAll('\r\n', '\n')));
        const filled = unix.filter((row) => row.some((one) => one.trim() !== ''));
        expect((await recordsOf(text, ',', pieceLength)).map(({ cells }) => cells)).toEqual(filled);
      }),
      { numRuns: 300, seed: 20261122 },
    );
  });
});

describe('lines', () => {
  it('counts from the first line of the file, over quoted newlines and blank lines', async () => {
    const lines = (await recordsOf('h\n\n"a\nb"\nc\n')).map(({ line }) => line);
    expect(lines).toEqual([1, 3, 5]);
  });

  it('keeps the text of a record as it stands', async () => {
    const [record] = await recordsOf('"a\nb",""\n');
    expect(record?.raw).toBe('"a\nb",""');
  });
});

describe('a broken record costs one line', () => {
  it.each<[string, string, [number, string][]]>([
    [
      'text after a closing quote',
      'a,b\n"x"y,z\nc,d',
      [
        [1, 'fine'],
        [2, 'malformed-quotes'],
        [3, 'fine'],
      ],
    ],
    [
      'a quote never closed',
      'a,b\n"x,z\nc,d\ne,f',
      [
        [1, 'fine'],
        [2, 'unclosed-quote'],
        [3, 'fine'],
        [4, 'fine'],
      ],
    ],
    [
      'a quote closed by the next quoted cell',
      'a,b\n"x,z\nc,"d"\ne,f',
      [
        [1, 'fine'],
        [2, 'unclosed-quote'],
        [3, 'fine'],
        [4, 'fine'],
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await faultsOf(text)).toEqual(expected);
  });

  it('a line longer than any honest row', async () => {
    const text = `a,b\n${'x'.repeat(LONGEST_LINE + 1)}\nc,d\n`;
    const records = await recordsOf(text, ',', 65_536);
    expect(records.map(({ line, fault }) => [line, fault])).toEqual([
      [1, undefined],
      [2, 'too-long'],
      [3, undefined],
    ]);
    expect(records[1]?.raw.length).toBe(LONGEST_LINE);
  });

  it('a quote that swallows more than a row may hold gives back the rows after it', async () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => `row ${index},x`);
    const records = await recordsOf(`"open,x\n${rows.join('\n')}\n`, ',', 65_536);
    expect(records.length).toBe(200_001);
    expect(records.filter(({ fault }) => fault !== undefined)).toMatchObject([{ line: 1, fault: 'unclosed-quote' }]);
  });
});
