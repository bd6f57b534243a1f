import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileOnDisk } from '../source-file.ts';
import { fileHead } from './file-head.ts';
import { formatOf, FORMATS, SYSTEM_FORMATS } from './formats.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');

/** The good files that each format brought along. */
const okFiles = FORMATS.flatMap(({ code }) =>
  readdirSync(join(FIXTURES, code))
    .filter((name) => name.startsWith('ok'))
    .map((name): [string, string] => [code, name]),
);

it('every format has its own code and brings a good file and a bad one', () => {
  expect(new Set(FORMATS.map(({ code }) => code)).size).toBe(FORMATS.length);
  for (const { code } of FORMATS) {
    const names = readdirSync(join(FIXTURES, code)).join(' ');
    expect([code, /\bok/.test(names), names.includes('not-ok')]).toEqual([code, true, true]);
  }
});

describe.each(okFiles)('%s/%s', (code, name) => {
  it('is recognised as what it is, and by no other system', async () => {
    const head = await fileHead(await fileOnDisk(join(FIXTURES, code, name)));
    expect(formatOf(head)?.code).toBe(code);
    const claimedBy = SYSTEM_FORMATS.filter((format) => format.recognises(head)).map((format) => format.code);
    expect(claimedBy.filter((other) => other !== code)).toEqual([]);
  });
});
