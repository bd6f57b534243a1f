import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import { type CommandLine, openCommandLine } from './command-line.ts';

let bedside: CommandLine;
let folder: string;

beforeAll(async () => {
  bedside = await openCommandLine();
  folder = await mkdtemp(join(tmpdir(), 'bedside-bad-files-'));
  await writeFile(join(folder, 'first.csv'), table('1,er,2026-10-01T09:00:00Z,4,'));
  await bedside.run(
    'import',
    join(folder, 'first.csv'),
    ...FLAGS,
    '--source=first',
    '--site=main',
    '--create-departments',
    '--zone=UTC',
  );
});

afterAll(async () => {
  await rm(folder, { recursive: true });
  await bedside.close();
});

const HEADER = 'externalId,department,respondedAt,csat,comment';
const FLAGS = ['--kind=survey-responses'];
const GOOD = ['a1,er,2026-10-01T09:00:00Z,4,kind', 'a2,er,2026-10-02T09:00:00Z,5,quick'];
const table = (...rows: string[]): string => [HEADER, ...rows].join('\n') + '\n';

let files = 0;

async function importFile(bytes: string | Buffer) {
  const source = `source-${(files += 1)}`;
  const path = join(folder, `${files}-answers.csv`);
  await writeFile(path, bytes);
  const told = await bedside.run('import', path, ...FLAGS, `--source=${source}`, '--json');
  const [stored] = await bedside.ask<{ n: number }>(
    `select count(*)::int as n from survey_response f join source s on s.id = f.source_id where s.code = '${source}'`,
  );
  return { ...told, stored: stored?.n };
}

/** Rows that are refused cost nothing but themselves: each is told with its line, its field and what to do. */
it.each<[string, string | Buffer, [line: number, field: string | null, code: string][]]>([
  ['a file cut in a row', table(...GOOD, 'a3,er,2026-10-0').trimEnd(), [[4, null, 'wrong-columns']]],
  ['a file cut in a quote', table(...GOOD, 'a3,er,2026-10-03,4,"half a').trimEnd(), [[4, null, 'unclosed-quote']]],
  [
    'a header twice, as files are put one behind the other',
    table(...GOOD, HEADER),
    [[4, 'respondedAt', 'not-an-instant']],
  ],
  [
    'dates that do not exist',
    table('b1,er,2026-02-30T09:00:00Z,4,', ...GOOD, 'b2,er,31/04/2026 10:00,4,', 'b3,er,2026-10-01 25:00,4,'),
    [2, 5, 6].map((line) => [line, 'respondedAt', 'not-an-instant']),
  ],
  [
    'scores off the scale',
    table(...GOOD, 'b1,er,2026-10-03,9,', 'b2,er,2026-10-03,-1,', 'b3,er,2026-10-03,4.5,'),
    [
      [4, 'csat', 'out-of-range'],
      [5, 'csat', 'out-of-range'],
      [6, 'csat', 'not-an-integer'],
    ],
  ],
  ['a department nobody knows', table(...GOOD, 'b1,err,2026-10-03,4,'), [[4, 'department', 'unknown-department']]],
  [
    'a line in another encoding',
    Buffer.concat([Buffer.from(table(...GOOD)), Buffer.from('b1,er,2026-10-03,4,caf\xe9\n', 'latin1')]),
    [[4, 'comment', 'not-in-encoding']],
  ],
  ['a NUL', table(GOOD[0] ?? '', 'b1,er,2026-10-03,4,a\0b', GOOD[1] ?? ''), [[3, 'comment', 'nul-character']]],
  [
    'a file cut in a letter',
    Buffer.from(table(...GOOD, 'b1,er,2026-10-03,4,ดี')).subarray(0, -2),
    [[4, 'comment', 'cut-off']],
  ],
  ['an id of ten kilobytes', table(...GOOD, `${'x'.repeat(10_240)},er,2026-10-03,4,`), [[4, 'externalId', 'too-long']]],
])('%s: the good rows go in, the others say why not', async (_, text, refused) => {
  const { status, stored, printed } = await importFile(text);
  const { rejects } = JSON.parse(printed) as IngestResultDto;
  expect(rejects.map(({ row, field, code }) => [row, field, code])).toEqual(refused);
  for (const { message } of rejects) expect(message).toMatch(/^.{20,400}$/);
  expect({ status, stored }).toEqual({ status: 2, stored: GOOD.length });
});

/** A file that cannot be read as a whole is refused before its first row. */
it.each<[string, string | Buffer, RegExp]>([
  [
    'another encoding',
    Buffer.from(table(...GOOD, ...['b1', 'b2', 'b3'].map((id) => `${id},er,2026-10-03,4,caf\xe9`)), 'latin1'),
    /is not valid UTF-8 \(line 4\)\. Save it as UTF-8, or say which encoding it is in/,
  ],
  [
    'UTF-16 that does not say so',
    Buffer.from(table(...GOOD), 'utf16le'),
    /holds a NUL character \(line 1\).*Export it as/,
  ],
  [
    'a picture',
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    /is a picture \(PNG\)\. Was the wrong file chosen/,
  ],
  ['a PDF', '%PDF-1.7\n1 0 obj\n', /is a PDF document\. Was the wrong file chosen/],
  [
    'a web page',
    '<!DOCTYPE html>\n<html><body>Your session has ended</body></html>\n',
    /is a web page\. The system perhaps/,
  ],
  ['something compressed', Buffer.from('1f8b0800000000000003', 'hex'), /is compressed \(gzip\)\. Unpack it/],
  ['the export of another table', 'sku,price\n1,2\n', /No column feeds respondedAt.*Columns of the file: sku, price/s],
  ['nothing', '', /is empty\. Send a line of column names/],
  ['blank lines alone', '\n\n\n', /holds nothing but blank lines/],
])('%s: nothing goes in, and the file says why', async (_, bytes, words) => {
  const { status, stored, noted } = await importFile(bytes);
  expect(noted).toMatch(words);
  expect(noted).not.toMatch(/\n\s+at /);
  expect({ status, stored }).toEqual({ status: 1, stored: 0 });
});

it('ten thousand columns are read, and told in a line', async () => {
  const header = [HEADER, ...Array.from({ length: 10_000 }, (_, nth) => `q${nth}`)].join();
  const { status, stored, noted } = await importFile(
    `${header}\n${GOOD.map((row) => row + ',x'.repeat(10_000)).join('\n')}\n`,
  );
  expect({ status, stored }).toEqual({ status: 0, stored: GOOD.length });
  expect(noted).toMatch(/left out: q0, q1, .* and 9,980 more$/m);
});

it('a column there twice is the first of the two', async () => {
  const { status, stored, noted } = await importFile(`${HEADER},csat\n${GOOD.map((row) => `${row},1`).join('\n')}\n`);
  expect(noted).toContain('left out: csat (2)');
  expect({ status, stored }).toEqual({ status: 0, stored: GOOD.length });
});

it('what is no text is shown safely where it was set aside, waits to be mended, and costs nothing where nobody reads it', async () => {
  const rows = [
    ...GOOD.map((row) => `${row},Ann`),
    'c1,er,2026-10-01,4,caf\xe9,Zo\xeb',
    'c2,er,2026-10-01,5,fine,Zo\xeb',
  ];
  const { stored } = await importFile(Buffer.from(`${HEADER},nurse\n${rows.join('\n')}\n`, 'latin1'));
  const source = `source-${files}`;
  const [kept, ...others] = await bedside.ask<{ raw: string; cells: object; stays: boolean }>(
    `select q.raw, q.cells, q.stays from quarantine q join source s on s.id = q.source_id where s.code = '${source}'`,
  );
  expect({ stored, others }).toEqual({ stored: 3, others: [] });
  expect(JSON.parse(kept?.raw ?? '')).toMatchObject({ externalId: 'c1', comment: 'caf\\xE9' });
  expect(kept).toMatchObject({ cells: { externalId: 'c1', comment: 'caf\\xE9' }, stays: true });
  expect(kept?.raw).not.toContain('Zo');
  await bedside.run('redrive', '--source', source);
  const [again] = await bedside.ask<{ n: number }>(
    `select count(*)::int as n from survey_response f join source s on s.id = f.source_id where s.code = '${source}'`,
  );
  expect(again?.n).toBe(3);
});
