import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RedriveDto } from '#contracts/quarantine.dto.ts';
import { type CommandLine, openCommandLine } from './command-line.ts';

let bedside: CommandLine;
let folder: string;

const PLACE = ['--kind=survey-responses', '--source=desk', '--site=north', '--zone=Asia/Bangkok'];

beforeAll(async () => {
  bedside = await openCommandLine();
  folder = await mkdtemp(join(tmpdir(), 'bedside-redrive-'));
  await bedside.run(
    'import',
    await file('first.csv', 'id,respondedAt,csat,department\na,2026-10-01,4,Ward 4'),
    ...PLACE,
    '--create-departments',
  );
});

afterAll(async () => {
  await bedside.close();
  await rm(folder, { recursive: true });
});

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), `${text}\n`);
  return join(folder, name);
}

const answers = () => bedside.ask('select external_id as id, csat from survey_response order by external_id');
const told = (printed: string): RedriveDto[] => JSON.parse(printed) as RedriveDto[];

it('says that no such rows are kept aside', async () => {
  expect(await bedside.run('redrive')).toMatchObject({ status: 0, printed: 'No such rows are kept aside.' });
});

it('refuses what is no import, and a mapping that is none', async () => {
  const refused = await bedside.run('redrive', '--import=mine');
  expect(refused).toMatchObject({ status: 1, noted: expect.stringContaining('has to be the id of an import') });
  const broken = await file('broken.json', '{');
  expect((await bedside.run('redrive', '--mapping', broken)).noted).toContain('is not there, or is not JSON');
  const unknown = await file('unknown.json', '{"colums": {}}');
  expect((await bedside.run('redrive', '--mapping', unknown)).noted).toContain('colums');
});

it('tells what still cannot go in, by status too, and lets it wait on', async () => {
  const rows = 'id,respondedAt,csat,department\nb,2026-10-01,5,Ward Four\nc,2026-10-01,9,Ward 4';
  await bedside.run('import', await file('second.csv', rows), ...PLACE);
  const { status, printed } = await bedside.run('redrive', '--source=desk');
  expect(status).toBe(2);
  expect(printed).toMatch(
    /^source +kind +rows +went in +settled before +kept aside +import\ndesk +survey-responses +2 +0 +0 +2 /,
  );
});

it('drives nothing more in where the operator has asked it to stop', async () => {
  const { printed } = await bedside.runStopped('redrive', '--json');
  expect(told(printed)).toMatchObject([{ state: 'stopped', rows: 2, accepted: 0, quarantined: 0 }]);
  expect((await bedside.run('redrive', '--source=nobody')).printed).toBe('No such rows are kept aside.');
});

it('drives in what a mapping on top makes good, of the reason that is named', async () => {
  const mapping = await file('mended.json', '{"values": {"department": {"Ward Four": "ward-4"}}}');
  const { status, printed } = await bedside.run(
    ...['redrive', '--code=unknown-department', '--field=department', '--mapping', mapping, '--json'],
  );
  expect(status).toBe(0);
  expect(told(printed)).toMatchObject([
    { source: 'desk', rows: 1, accepted: 1, quarantined: 0, done: true, state: 'done' },
  ]);
  expect(await answers()).toEqual([
    { id: 'a', csat: 4 },
    { id: 'b', csat: 5 },
  ]);
  expect(told((await bedside.run('redrive', '--code=unknown-department', '--json')).printed)).toEqual([]);
});
