import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UnreadableFile } from '../unreadable-file.ts';
import { fileHead } from './file-head.ts';
import { fileOf } from './fixtures/candidates-of.ts';
import { inlineRows, workbookParts, zipOf } from './fixtures/zip-of.ts';
import type { Format } from './format.ts';
import { FORMATS } from './formats.ts';
import { xlsx } from './xlsx.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const SEED = 20261122;
const RUNS = 40;

/** More than any row of files this small can come to. */
const MOST_CHARACTERS = 4_000_000;

const files = FORMATS.flatMap(({ code }) =>
  readdirSync(join(FIXTURES, code)).map((name): [string, Buffer] => [code, readFileSync(join(FIXTURES, code, name))]),
);
const ofFormat = (code: string): Buffer[] => files.filter(([of]) => of === code).map(([, bytes]) => bytes);
const anyBytes = files.map(([, bytes]) => bytes);

/** Bytes with pieces cut out, put in, turned around or taken from files of any format. */
function damaged(wholes: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    fc.constantFrom(...'"\n\r\0{}[],;\t|<>&\\').map((text) => Buffer.from(text)),
    fc.constantFrom('"', '{"a":', '[', '<a>', '\n', ',', 'PK\x03\x04').map((text) => Buffer.from(text.repeat(3000))),
    fc.tuple(fc.constantFrom(...anyBytes), place, place).map(([bytes, from, to]) => between(bytes, from, to)),
  );
  const damage = fc.array(fc.tuple(place, place, piece), { minLength: 1, maxLength: 4 });
  return fc.tuple(fc.constantFrom(...wholes), damage).map(([whole, all]) =>
    all.reduce((bytes, [from, length, put]) => {
      const at = Math.floor(from * bytes.length);
      const end = Math.min(bytes.length, at + Math.floor(length ** 4 * bytes.length));
      return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(end)]);
    }, whole),
  );
}

function between(bytes: Buffer, one: number, other: number): Buffer {
  return bytes.subarray(
    Math.floor(Math.min(one, other) * bytes.length),
    Math.floor(Math.max(one, other) * bytes.length),
  );
}

/** Reads a file to its end; what it holds is looked at as an import would. Only `UnreadableFile` may be thrown. */
async function read(format: Format, bytes: Buffer, pieceBytes: number): Promise<void> {
  const file = fileOf(bytes, 'file', pieceBytes);
  format.recognises(await fileHead(file));
  let characters = 0;
  try {
    const opened = await format.open(file, {});
    await opened.check?.();
    for await (const records of opened.records()) {
      for (const { line, cells, raw, sheet = 0, problem } of records) {
        const { columns } = opened.sheets[sheet] ?? { columns: undefined };
        characters += raw.length + cells.reduce((sum, cell) => sum + cell.length, 0);
        if (columns === undefined || !(line >= 0)) throw new Error('a row of no sheet, or on no line');
        if (problem !== undefined && /[{}"<]/.test(problem.code)) throw new Error('a code that is no code');
      }
    }
    for (const count of opened.passedOver().values()) if (!(count > 0)) throw new Error('a count of nothing');
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    characters += error.message.length;
  }
  expect(characters).toBeLessThan(MOST_CHARACTERS);
}

const runs = { seed: SEED, numRuns: RUNS, endOnFailure: true, interruptAfterTimeLimit: 20_000 };

describe.each(FORMATS.map((format): [string, Format] => [format.code, format]))('%s', (code, format) => {
  it('bears its own files damaged', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(ofFormat(code)), fc.constantFrom(1000, 65_536), (bytes, pieceBytes) =>
        read(format, bytes, pieceBytes),
      ),
      runs,
    );
  });

  it('bears the files of all others', async () => {
    for (const bytes of anyBytes) await read(format, bytes, 4096);
  });

  it('bears any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), (bytes) => read(format, Buffer.from(bytes), 100)),
      runs,
    );
  });
});

it('a workbook whose parts are damaged inside it', async () => {
  const parts = workbookParts(`${inlineRows([['a', 'b']])}<row r="2"><c r="A2" t="s" s="1"><v>0</v></c></row>`, {
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': '<sst><si><r><t>one</t></r><rPh><t>two</t></rPh></si></sst>',
  });
  const part = fc
    .constantFrom(...Object.keys(parts))
    .chain((name) => damaged([Buffer.from(parts[name] ?? '')]).map((bytes) => zipOf({ ...parts, [name]: bytes })));
  await fc.assert(
    fc.asyncProperty(part, (bytes) => read(xlsx, bytes, 65_536)),
    runs,
  );
});
