import { expect, it } from '@jest/globals';
import type { SourceFile } from '../source-file.ts';
import { csv } from './csv.ts';
import type { Format, SourceRecord } from './format.ts';
import { json } from './json.ts';
import { ndjson } from './ndjson.ts';

const GIGABYTE = 2 ** 30;
const PIECE = Buffer.alloc(128 * 1024, 'x');

/** A file that no disk has to hold: a gigabyte of one letter between a beginning and an end. */
const fileAround = (before: string, after: string): SourceFile => ({
  name: 'endless.txt',
  bytes: before.length + GIGABYTE + after.length,
  async *pieces() {
    yield Buffer.from(before);
    for (let sent = 0; sent < GIGABYTE; sent += PIECE.length) yield PIECE;
    yield Buffer.from(after);
  },
});

async function readWhole(format: Format, file: SourceFile) {
  const records: SourceRecord[] = [];
  let most = 0;
  const opened = await format.open(file, {});
  for await (const some of opened.records(() => (most = Math.max(most, process.memoryUsage().rss)))) {
    records.push(...some);
  }
  return { records, most };
}

it.each<[string, Format, string, string]>([
  ['CSV', csv, 'id,comment\n1,kind\n2,', '\n3,quick\n'],
  ['NDJSON', ndjson, '{"id":"1","comment":"kind"}\n{"id":"2","comment":"', '"}\n{"id":"3","comment":"quick"}\n'],
  ['JSON', json, '[{"id":"1","comment":"kind"},{"id":"2","comment":"', '"},{"id":"3","comment":"quick"}]'],
])(
  'a cell of a gigabyte in %s is one row set aside, and memory stays small',
  async (_, format, before, after) => {
    const held = process.memoryUsage().rss;
    const { records, most } = await readWhole(format, fileAround(before, after));
    const isWhole = ({ fault, problem }: SourceRecord): boolean => fault === undefined && problem === undefined;
    expect(records.map(isWhole)).toEqual([true, false, true]);
    expect(records.map(({ raw }) => raw.length).every((length) => length <= 2 ** 21)).toBe(true);
    expect(most).toBeGreaterThan(0);
    expect(most - held).toBeLessThan(300 * 2 ** 20);
  },
  240_000,
);
