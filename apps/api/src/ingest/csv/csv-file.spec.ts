import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { fileOnDisk } from '../source-file.ts';
import type { CsvOptions } from './csv-file.ts';
import { openCsv } from './csv-file.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bedside-csv-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function read(bytes: string | Buffer, options?: CsvOptions) {
  const path = join(folder, 'answers.csv');
  await writeFile(path, bytes);
  const file = await openCsv(await fileOnDisk(path), options);
  await file.check();
  const rows: string[][] = [];
  for await (const records of file.records()) rows.push(...records.map(({ cells }) => cells));
  return { columns: file.columns, rows, delimiter: file.delimiter };
}

/** The code page writes the tone after its letter: ô and dot below, ô and hook. */
const WINDOWS_1258 = Buffer.from('khoa,x\nN\xF4\xF2i t\xF4\xD2ng qu\xE1t,1\n', 'latin1');

describe('encodings', () => {
  it.each<[string, Buffer, CsvOptions]>([
    ['UTF-8', Buffer.from('khoa,x\nNội tổng quát,1\n'), {}],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFkhoa,x\nNội tổng quát,1\n'), {}],
    ['UTF-16 with a byte order mark', iconv.encode('khoa,x\nNội tổng quát,1\n', 'utf-16le', { addBOM: true }), {}],
    ['UTF-8 with marks written apart', Buffer.from('khoa,x\nNội tổng quát,1\n'.normalize('NFD')), {}],
    ['windows-1258, when said', WINDOWS_1258, { encoding: 'windows-1258' }],
  ])('reads %s', async (_, bytes, options) => {
    const { columns, rows } = await read(bytes, options);
    expect(columns).toEqual(['khoa', 'x']);
    expect(rows).toEqual([['Nội tổng quát', '1']]);
  });

  it('reads Thai from windows-874 when said', async () => {
    expect((await read(iconv.encode('แผนก,x\nอายุรกรรม,1\n', 'windows-874'), { encoding: 'windows-874' })).rows).toEqual(
      [['อายุรกรรม', '1']],
    );
  });

  it('refuses a file of another encoding with its line and what to say', async () => {
    const row = Buffer.from('ch\xe0o,2\n', 'latin1');
    const bytes = Buffer.concat([Buffer.from('a,b\nfine,1\nfine,1\nfine,1\nfine,1\n'), row, row, row]);
    await expect(read(bytes)).rejects.toThrow(/not valid UTF-8 \(line 6\).*--encoding.*windows-1258/);
  });

  it('names the first line where that is the wrong one', async () => {
    const bytes = Buffer.concat([Buffer.from([0xb7, 0xd5]), Buffer.from(',b\nfine,1\n'), Buffer.from([0xb7, 0x0a])]);
    await expect(read(bytes)).rejects.toThrow(/not valid UTF-8 \(line 1\)/);
  });

  it('finds wrong bytes far behind the head, before any row is handed on', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`a,b\n${'fine,1\n'.repeat(60_000)}`),
      Buffer.from('\xff\n\xff\n\xff\n', 'latin1'),
    ]);
    await expect(read(bytes)).rejects.toThrow(/line 60002\b/);
  });

  it('does not mistake a character cut by a piece for a wrong one', async () => {
    const { rows } = await read(`a,b\n${'ệ,ữ\n'.repeat(100_000)}`);
    expect(rows.length).toBe(100_000);
    expect(rows.every(([one, other]) => one === 'ệ' && other === 'ữ')).toBe(true);
  });

  it.each<[string, string | Buffer, CsvOptions | undefined, RegExp]>([
    ['an empty file', '', undefined, /is empty.*column names/],
    ['a spreadsheet', Buffer.from('PK\x03\x04\x14\0', 'latin1'), undefined, /is a spreadsheet.*Save its table as CSV/],
    ['nothing but blank lines', '\n \n\n', undefined, /nothing but blank lines/],
    ['NULs in every other line', 'a,b\nfine,1\nx\0y,2\nx\0y,3\n', undefined, /NUL character \(line 3\)/],
    ['a NUL in the names of columns', 'a\0,b\nfine,1\nfine,2\nfine,3\n', undefined, /NUL character \(line 1\)/],
    ['UTF-16 without a mark', iconv.encode('a,b\n1,2\n', 'utf-16le'), undefined, /--encoding utf-16le/],
    [
      'an encoding nobody knows',
      'a,b\n',
      { encoding: 'windows-9999' },
      /no encoding called windows-9999.*windows-1258/,
    ],
    [
      'bytes that the encoding does not have',
      Buffer.from([0x61, 0x0a, 0xdb]),
      { encoding: 'windows-874' },
      /is not windows-874 throughout/,
    ],
    ['a header that cannot be read', '"a"b,c\n1,2\n', undefined, /no line of column names/],
  ])('refuses %s', async (_, bytes, options, message) => {
    await expect(read(bytes, options)).rejects.toThrow(message);
  });

  it('says that there is no such file', async () => {
    await expect(fileOnDisk(join(folder, 'missing.csv'))).rejects.toThrow(/There is no file .*missing\.csv/);
    await expect(fileOnDisk(folder).then(openCsv)).rejects.toThrow(/is a folder/);
  });
});

describe('columns', () => {
  it.each<[string, string[]]>([
    ['a,b', ['a', 'b']],
    ['"What did\nyou like?", Ward ', ['What did you like?', 'Ward']],
    ['Comment,Score,Comment', ['Comment', 'Score', 'Comment (2)']],
    ['a,,b', ['a', 'column 2', 'b']],
  ])('of %j are %j', async (header, columns) => {
    expect((await read(`${header}\nx\n`)).columns).toEqual(columns);
  });

  it('lets a first line announce the delimiter', async () => {
    expect(await read('sep=;\na;b\n1,2;3\n')).toEqual({ columns: ['a', 'b'], rows: [['1,2', '3']], delimiter: ';' });
  });

  it('takes the delimiter it is told', async () => {
    expect((await read('a,b;c\n', { delimiter: ';' })).columns).toEqual(['a,b', 'c']);
  });
});
