import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { firstLine } from '../../apps/api/src/commands/read-line.ts';
import { type CommandLine, fixture, openCommandLine } from '../import/command-line.ts';

/** A visit of the fixture, which came in under its own number. */
let visit: string;
let bedside: CommandLine;

beforeAll(async () => {
  bedside = await openCommandLine();
  const mapping = ['visit_id=externalId', 'arrived_at=startedAt', 'wait_minutes=waitMinutes'];
  const ended = await bedside.run(
    ...['import', fixture('er-waits.csv'), '--kind', 'waits', '--source', 'er-log'],
    ...mapping.flatMap((one) => ['--map', one]),
    ...['--site', 'emergency', '--zone', 'America/Chicago', '--create-departments'],
  );
  expect([ended.status, ended.noted]).toEqual([0, expect.any(String)]);
  visit = (await bedside.ask<{ external_id: string }>('select external_id from wait order by external_id limit 1'))[0]
    ?.external_id as string;
});

afterAll(() => bedside.close());

it('the first line of what is typed or sent is the identifier', async () => {
  expect(await firstLine(Readable.from(['MRN-', '1\r\nMRN-2\n']))).toBe('MRN-1');
  expect(await firstLine(Readable.from([]))).toBe('');
});

it('tells how much is held', async () => {
  const { status, printed } = await bedside.runWith(` ${visit}\n`, 'patient', 'find');
  expect([status, printed]).toEqual([0, expect.stringMatching(/^rows +kind +from +to\n +1 +waits +\d{4}-/)]);
});

it('prints everything, as text or as JSON', async () => {
  const { printed } = await bedside.runWith(visit, 'patient', 'export');
  expect(printed).toContain('waitMinutes:');
  const { printed: json } = await bedside.runWith(visit, 'patient', 'export', '--json');
  expect(JSON.parse(json)).toMatchObject({ records: [{ externalId: visit, source: 'er-log' }] });
});

it('erases only when told yes, and why', async () => {
  expect((await bedside.runWith(visit, 'patient', 'erase', '--yes')).status).toBe(1);
  expect((await bedside.runWith(visit, 'patient', 'erase', '--yes', '--reason', ' ')).status).toBe(1);
  const looked = await bedside.runWith(visit, 'patient', 'erase', '--reason', 'asked by letter');
  expect(looked.noted).toContain('--yes');
  expect((await bedside.runWith(visit, 'patient', 'erase', '--reason', 'asked by letter', '--yes')).noted).toBe(
    'Erased.',
  );
  expect((await bedside.runWith(visit, 'patient', 'find')).printed).toContain('Nothing is held');
  expect((await bedside.run('verify')).status).toBe(0);
  expect(await bedside.ask(`select actor_kind, action from audit_event where action = 'patient.erased'`)).toEqual([
    { actor_kind: 'system', action: 'patient.erased' },
  ]);
});

it('needs an identifier, and takes none as an argument', async () => {
  expect((await bedside.runWith('', 'patient', 'find')).noted).toContain('identifier');
  expect((await bedside.run('patient', 'find', visit)).status).toBe(1);
});
