import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { type CommandLine, openCommandLine } from './command-line.ts';

let bedside: CommandLine;

beforeAll(async () => {
  bedside = await openCommandLine();
});

afterAll(() => bedside.close());

const FIXTURES = join(import.meta.dirname, '../../apps/api/src/ingest/formats/fixtures');
const PLACE = ['--site=lakeside', '--zone=Asia/Ho_Chi_Minh', '--create-departments'];

const importFile = (file: string, ...flags: string[]) =>
  bedside.run('import', join(FIXTURES, file), '--json', ...flags);

it('takes a Qualtrics export as it was saved: what it tells need not be said', async () => {
  const { status, noted, printed } = await importFile(
    'qualtrics/ok-three-rows.csv',
    '--source=exit-survey',
    ...['--map=Q1=nps', '--map=Q2=csat', '--map=Q3_1=scores.check-in', '--map=Q4=comment', ...PLACE],
  );
  expect({ status, printed, noted }).toMatchObject({ status: 0 });
  expect(noted).toContain('read as Qualtrics');
  expect(noted).toMatch(/ResponseId +→ +externalId/);
  expect(noted).toMatch(/Passed over \d+ /);
  expect(
    await bedside.ask(`select external_id, csat, nps, to_char(responded_at at time zone 'UTC', 'HH24:MI:SS') as at
      from survey_response where external_id = 'R_1aBcDeFgHiJkLmN'`),
  ).toEqual([{ external_id: 'R_1aBcDeFgHiJkLmN', csat: 5, nps: 9, at: '02:14:31' }]);
  expect(JSON.stringify(await bedside.ask('select * from survey_response'))).not.toMatch(/Planted|203\.0\.113/);
});

it('takes tickets of a helpdesk with what happened to them, and the same file again as nothing new', async () => {
  const again = () => importFile('zendesk/ok-account-export.ndjson', '--source=helpdesk', ...PLACE);
  const { status, printed, noted } = await again();
  expect({ status, noted }).toMatchObject({ status: 0, noted: expect.stringContaining('moves → complaint-events') });
  const first = JSON.parse(printed) as { read: number; accepted: number };
  const [stored] = await bedside.ask<{ complaints: number; events: number }>(
    `select (select count(*)::int from complaint) as complaints, (select count(*)::int from complaint_event) as events`,
  );
  expect(stored?.complaints).toBeGreaterThan(0);
  expect(stored?.events).toBeGreaterThan(0);
  expect(first.accepted).toBe((stored?.complaints ?? 0) + (stored?.events ?? 0));
  expect(JSON.parse((await again()).printed)).toMatchObject({ accepted: 0, updated: 0, quarantined: 0 });
});

it('leaves out the waits that patient administration has cancelled', async () => {
  const { status, printed } = await importFile('hl7-adt/ok-clinic.hl7', '--source=pas', ...PLACE);
  expect({ status, printed }).toMatchObject({ status: 0 });
  // Of four arrivals two were cancelled: what one file tells of a visit is put together before it goes in.
  expect(JSON.parse(printed)).toMatchObject({ read: 12, accepted: 2, updated: 0, unchanged: 10 });
  expect(await bedside.ask('select count(*)::int as waits from wait')).toEqual([{ waits: 2 }]);
});

it('says what is known when something else is named, and reads anything as a table when told to', async () => {
  const wrong = await importFile('zendesk/ok-account-export.ndjson', '--source=x', '--format=qualtrics', ...PLACE);
  expect(wrong).toMatchObject({
    status: 1,
    noted: expect.stringContaining('looks like Zendesk; it is read as Qualtrics'),
  });
  const kind = await importFile('zendesk/ok-account-export.ndjson', '--source=x', '--kind=waits', ...PLACE);
  expect(kind).toMatchObject({ status: 1, noted: expect.stringContaining('leave the kind out') });
  const table = await importFile('qualtrics/ok-three-rows.csv', '--source=x', '--format=csv', ...PLACE);
  expect(table).toMatchObject({ status: 1, noted: expect.stringContaining('--kind') });
});

it('leaves every number equal to a recount', async () => {
  expect(await verifyRollups(bedside.database, HOME_SCOPE)).toEqual([]);
});
