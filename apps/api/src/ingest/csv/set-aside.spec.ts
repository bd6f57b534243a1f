import { describe, expect, it } from '@jest/globals';
import type { SourceFile } from '../source-file.ts';
import { type CsvOptions, openCsv } from './csv-file.ts';
import type { CsvRecord } from './csv-records.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const GOOD = Buffer.from('ward,said\nหอ 4,ดี\n4B,tốt\n');

/** Every way of cutting a file into pieces has to be the same file. */
function fileOf(parts: readonly Buffer[], pieceLength: number): SourceFile {
  const bytes = Buffer.concat([...parts]);
  return {
    name: 'answers.csv',
    bytes: bytes.length,
    async *pieces() {
      for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
    },
  };
}

async function read(
  parts: readonly Buffer[],
  { pieceLength = 65_536, ...options }: CsvOptions & { pieceLength?: number } = {},
) {
  const file = await openCsv(fileOf(parts, pieceLength), options);
  await file.check();
  const records: CsvRecord[] = [];
  for await (const some of file.records()) records.push(...some);
  return records.map(({ line, cells, fault, wrongCells, raw }) =>
    fault === undefined ? cells : { line, fault, wrongCells, raw },
  );
}

describe('a line that is no text in the encoding of its file', () => {
  it.each([1, 2, 3, 5, 7, 11, 65_536])('costs itself alone, in pieces of %d bytes', async (pieceLength) => {
    const parts = [GOOD, latin('5C,caf\xe9 \xfcber\n'), Buffer.from('6D,รอ\n7E,a\0b\n8F,ok\n')];
    expect(await read(parts, { pieceLength })).toEqual([
      ['หอ 4', 'ดี'],
      ['4B', 'tốt'],
      { line: 4, fault: 'not-in-encoding', wrongCells: [1], raw: '5C,caf\\xE9 \\xFCber' },
      ['6D', 'รอ'],
      { line: 6, fault: 'nul-character', wrongCells: [1], raw: '7E,a\\x00b' },
      ['8F', 'ok'],
    ]);
  });

  it('is a whole record where a quoted cell goes over lines', async () => {
    expect(await read([GOOD, latin('5C,"one\ntwo \xe9\nthree"\n6D,ok\n')])).toEqual([
      ['หอ 4', 'ดี'],
      ['4B', 'tốt'],
      { line: 4, fault: 'not-in-encoding', wrongCells: [1], raw: '5C,"one\ntwo \\xE9\nthree"' },
      ['6D', 'ok'],
    ]);
  });

  it.each<[string, Buffer, string]>([
    ['a file cut in a letter', Buffer.from('5C,ดี').subarray(0, -1), '5C,ด\\xE0\\xB8'],
    ['what a disk leaves that lost its power', Buffer.concat([latin('5C,'), Buffer.alloc(4_096)]), '5C,\\x00{4096}'],
  ])('is the last one of %s', async (_, end, raw) => {
    const fault = raw.includes('x00') ? 'nul-character' : 'cut-off';
    expect((await read([GOOD, end])).at(-1)).toEqual({ line: 4, fault, wrongCells: [1], raw });
  });

  it('is told of a file in another encoding too, by the bytes it does not have', async () => {
    const thai = latin('ward,said\n4B,\xb4\xd5\n4B,\xb4\xd5\n4B,\xb4\xd5\n5C,\xdb\xdc\n');
    expect((await read([thai], { encoding: 'windows-874' })).slice(2)).toEqual([
      ['4B', 'ดี'],
      { line: 5, fault: 'not-in-encoding', wrongCells: [1], raw: '5C,\\xDB\\xDC' },
    ]);
  });
});

describe('a file is refused as a whole', () => {
  const wrong = '5C,caf\xe9\n';
  const right = Buffer.from('4B,tốt\n').toString('latin1');
  const plain = '4B,fine\n';

  it.each<[string, string, boolean]>([
    [
      'three of the lines with letters beyond ASCII are wrong, and none is right',
      plain.repeat(500) + wrong.repeat(3),
      true,
    ],
    ['more of them are wrong than right', wrong.repeat(5) + right.repeat(4), true],
    ['as many are wrong as right', wrong.repeat(5) + right.repeat(5), false],
    ['two are wrong, in a file of plain lines', plain.repeat(5) + wrong.repeat(2), false],
    ['its only line is wrong', wrong, true],
  ])('or not: %s', async (_, rows, isRefused) => {
    const reading = read([latin(`ward,said\n${rows}`)]);
    if (isRefused) await expect(reading).rejects.toThrow(/is not valid UTF-8 \(line \d+\)\. Save it as UTF-8, or say/);
    else expect((await reading).length).toBeGreaterThan(2);
  });
});
