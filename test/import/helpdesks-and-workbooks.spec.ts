import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { type CommandLine, openCommandLine } from './command-line.ts';

let bedside: CommandLine;
let folder: string;

beforeAll(async () => {
  bedside = await openCommandLine();
  folder = await mkdtemp(join(tmpdir(), 'bedside-helpdesk-'));
});

afterAll(async () => {
  await bedside.close();
  await rm(folder, { recursive: true });
});

const FIXTURES = join(import.meta.dirname, '../../apps/api/src/ingest/formats/fixtures');
const PLACE = ['--site=lakeside', '--zone=Asia/Ho_Chi_Minh', '--create-departments'];

const importFile = (path: string, ...flags: string[]) => bedside.run('import', path, '--json', ...flags, ...PLACE);

/** An export of one Zendesk ticket, in which only its way differs. */
async function ticket(name: string, way: Record<string, unknown>): Promise<string> {
  const path = join(folder, name);
  const said = { via: { channel: 'web' }, created_at: '2026-10-01T01:00:00Z', subject: 'Cold food', requester_id: 9 };
  await writeFile(path, `${JSON.stringify({ id: 1, ...said, custom_fields: [], ...way })}\n`);
  return path;
}

const stagesOf = async (externalId: string): Promise<string[]> => {
  const events = await bedside.ask<{ external_id: string }>(
    `select e.external_id from complaint_event e join complaint c on c.id = e.complaint_id
     where c.external_id = '${externalId}' order by e.happened_at, e.stage`,
  );
  return events.map(({ external_id }) => external_id);
};

it('follows a ticket through its exports, reopened and solved again', async () => {
  const reply = { reply_time_in_minutes: { calendar: 60 } };
  const metrics = (more: Record<string, string>) => ({ metric_set: { ...reply, ...more } });
  const ways: Record<string, unknown>[] = [
    { status: 'new' },
    { status: 'open', ...metrics({ status_updated_at: '2026-10-01T02:00:00Z' }) },
    { status: 'solved', ...metrics({ solved_at: '2026-10-02T01:00:00Z', status_updated_at: '2026-10-02T01:00:00Z' }) },
    { status: 'open', ...metrics({ solved_at: '2026-10-02T01:00:00Z', status_updated_at: '2026-10-03T01:00:00Z' }) },
    { status: 'closed', ...metrics({ solved_at: '2026-10-04T01:00:00Z', status_updated_at: '2026-10-08T01:00:00Z' }) },
  ];
  for (const [nth, way] of ways.entries()) {
    const { status, noted } = await importFile(await ticket(`${nth}.ndjson`, way), '--source=zendesk');
    expect([nth, status, noted]).toEqual([nth, 0, noted]);
  }
  expect(await stagesOf('1')).toEqual([
    '1 replied',
    '1 working',
    '1 solved 2026-10-02T01:00:00Z',
    '1 reopened 2026-10-03T01:00:00Z',
    '1 solved 2026-10-04T01:00:00Z',
    '1 closed 2026-10-08T01:00:00Z',
  ]);
});

it('asks what a status of the hospital’s own means, and takes it once that is said', async () => {
  const path = join(FIXTURES, 'freshdesk/ok-tickets.json');
  const asked = await importFile(path, '--source=freshdesk');
  expect(asked).toMatchObject({ status: 2 });
  expect(JSON.parse(asked.printed)).toMatchObject({ quarantined: 1 });
  const mapping = join(folder, 'freshdesk.json');
  await writeFile(mapping, JSON.stringify({ sheets: { moves: { values: { stage: { 7: 'investigating' } } } } }));
  const told = await importFile(path, '--source=freshdesk', `--mapping=${mapping}`);
  expect(told).toMatchObject({ status: 0 });
  expect(await stagesOf('502')).toEqual(['502 replied', '502 7 2026-10-06T09:00:00Z']);
  const kept = await bedside.ask('select * from complaint');
  expect(JSON.stringify(kept)).not.toMatch(/ilma|example\.org|6123456/);
});

it('replaces a review that was edited', async () => {
  const page = (stars: string, updateTime: string) =>
    JSON.stringify({
      reviews: [{ reviewId: 'r1', starRating: stars, createTime: '2026-10-01T01:00:00Z', updateTime }],
    });
  const first = join(folder, 'first.json');
  const second = join(folder, 'second.json');
  await writeFile(first, page('ONE', '2026-10-01T01:00:00Z'));
  await writeFile(second, page('FOUR', '2026-10-05T01:00:00Z'));
  expect(await importFile(first, '--source=google')).toMatchObject({ status: 0 });
  const { printed } = await importFile(second, '--source=google');
  expect(JSON.parse(printed)).toMatchObject({ accepted: 0, updated: 1 });
  expect(await bedside.ask('select external_id, stars from review')).toEqual([{ external_id: 'r1', stars: 4 }]);
});

it('takes a workbook by a mapping, and the sheet that is named', async () => {
  const path = join(FIXTURES, 'xlsx/ok-answers.xlsx');
  const said = [
    '--kind=survey-responses',
    '--source=workbook',
    '--map=Answered at=respondedAt',
    '--map=Ward=department',
  ];
  const { status, printed, noted } = await importFile(path, ...said, '--map=In your own words=comment');
  expect({ status, noted }).toMatchObject({ status: 0, noted: expect.stringContaining('read as Excel') });
  expect(JSON.parse(printed)).toMatchObject({ read: 3, accepted: 3 });
  const other = await importFile(path, ...said, '--sheet=Nowhere');
  expect(other).toMatchObject({ status: 1, noted: expect.stringContaining('It has: Lists, Answers.') });
});

it('leaves every number equal to a recount', async () => {
  expect(await verifyRollups(bedside.database, HOME_SCOPE)).toEqual([]);
});
