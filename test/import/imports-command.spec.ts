import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PastImport } from '../../apps/api/src/ingest/running/past-imports.query.ts';
import { type CommandLine, openCommandLine } from './command-line.ts';

let bedside: CommandLine;
let folder: string;

beforeAll(async () => {
  bedside = await openCommandLine();
  folder = await mkdtemp(join(tmpdir(), 'bedside-imports-'));
});

afterAll(async () => {
  await bedside.close();
  await rm(folder, { recursive: true });
});

async function importText(text: string): Promise<void> {
  const file = join(folder, 'answers.csv');
  await writeFile(file, `id,respondedAt,csat\n${text}`);
  const place = ['--site=north', '--zone=Asia/Bangkok', '--create-departments'];
  const { status, noted } = await bedside.run(
    ...['import', file, '--kind=survey-responses', '--source=desk', ...place],
  );
  expect({ status, noted }).toMatchObject({ status: 0 });
}

const listed = async (): Promise<PastImport[]> => JSON.parse((await bedside.run('imports', '--json')).printed);

const answers = () => bedside.ask('select external_id as id, csat from survey_response order by external_id');

it('says that nothing has come in', async () => {
  expect(await bedside.run('imports')).toMatchObject({ status: 0, printed: 'Nothing has come in yet.' });
});

it('lists what came in, the latest first, with what became of it', async () => {
  await importText('a,2026-10-01,4\nb,2026-10-01,5\n');
  await importText('a,2026-10-01,1\nc,2026-10-02,2\n');
  expect(await listed()).toMatchObject([
    { source: 'desk', kind: 'survey-responses', name: 'answers.csv', read: 2, accepted: 1, updated: 1, undoneAt: null },
    { read: 2, accepted: 2, updated: 0 },
  ]);
  const { printed } = await bedside.run('imports');
  expect(printed).toMatch(/import +started +source +kind +read +accepted/);
});

it('takes one back as a whole, once', async () => {
  const [wrong] = await listed();
  const undone = await bedside.run('undo', wrong?.id ?? '', '--json');
  expect(undone).toMatchObject({ status: 0, printed: JSON.stringify({ removed: 1, restored: 1, kept: 0 }) });
  expect(await answers()).toEqual([
    { id: 'a', csat: 4 },
    { id: 'b', csat: 5 },
  ]);
  expect((await bedside.run('imports')).printed).toContain('undone');
  expect(await bedside.ask(`select subject as source from audit_event where action = 'rows.undone'`)).toEqual([
    { source: 'desk' },
  ]);
  expect(await bedside.run('undo', wrong?.id ?? '')).toMatchObject({
    status: 1,
    noted: expect.stringContaining('has been undone before'),
  });
});

it('says what is wrong with an id, and with an import too old', async () => {
  for (const id of ['x', '00000000-0000-0000-0000-000000000000']) {
    expect(await bedside.run('undo', id)).toMatchObject({
      status: 1,
      noted: expect.stringContaining('There is no import'),
    });
  }
  await bedside.ask(`update import set started_at = now() - interval '31 days'`);
  const old = (await listed()).find(({ undoneAt }) => undoneAt === null);
  expect(await bedside.run('undo', old?.id ?? '')).toMatchObject({
    status: 1,
    noted: expect.stringContaining('more than 30 days old'),
  });
});
