import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { Housekeeping } from '../../apps/api/src/housekeeping/housekeeping.ts';
import { tidy, tidyIsDue } from '../../apps/api/src/retention/tidy.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { send, setUpOrganisation } from '../ingest/lakeside.ts';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-18T05:00:00Z');
const OLD = '2026-01-10T09:00:00Z';
const RECENT = '2026-11-10T09:00:00Z';
const SURVEYS = [OLD, RECENT].map((respondedAt, index) => ({
  ...{ externalId: `s${index}`, department: 'ward-4b', respondedAt },
  ...{ csat: 4, comment: `words ${index}` },
}));
const REVIEWS = [OLD, RECENT].map((reviewedAt, index) => ({
  ...{ externalId: `r${index}`, department: 'ward-4b', reviewedAt },
  ...{ stars: 2, text: `text ${index}`, reply: 'We are sorry.' },
}));
const COMPLAINTS = ['closed', 'open'].map((externalId) => ({
  ...{ externalId, department: 'ward-4b', receivedAt: OLD },
  ...{ title: 'A bill', narrative: `narrative of ${externalId}`, subjects: ['billing'] },
}));
const EVENTS = [
  ['closed', 'acknowledged', 11],
  ['closed', 'resolved', 12],
  ['closed', 'closed', 13],
  ['open', 'acknowledged', 11],
].map(([complaint, stage, day]) => ({
  ...{ externalId: `${complaint}-${stage}`, complaint, stage },
  ...{ happenedAt: `2026-01-${day}T09:00:00Z`, note: `note on ${stage}` },
}));

let app: TestApp;

const sql = <Row>(text: string): Promise<Row[]> => app.database.inScope(HOME_SCOPE, ({ query }) => query<Row>(text));

async function texts(): Promise<Record<string, string | null>> {
  const rows = await sql<{ id: string; text: string | null }>(`
    select 's:' || external_id as id, comment as text from survey_response
    union all select 'r:' || external_id, text from review
    union all select 'c:' || external_id, coalesce(title, '-') || '/' || coalesce(narrative, '-') from complaint
    union all select 'e:' || external_id, note from complaint_event`);
  return Object.fromEntries(rows.map(({ id, text }) => [id, text]));
}

const cells = () => sql('select * from survey_response_cell order by 2, 3, 4');
const sendAll = async () => [
  await send(app, 'survey-responses', SURVEYS, 'crm'),
  await send(app, 'reviews', REVIEWS, 'crm'),
  await send(app, 'complaints', COMPLAINTS, 'crm'),
  await send(app, 'complaint-events', EVENTS, 'crm'),
];
const applied = () =>
  sql<{ details: string }>(`select details from audit_event where action = 'retention.applied' order by seq`);

beforeAll(async () => {
  app = await openTestApp();
  await setUpOrganisation(app);
  jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(NOW);
  await sendAll();
  await send(app, 'survey-responses', [{ externalId: 'bad' }], 'crm');
});

afterAll(() => app.close());

describe('what is kept no longer', () => {
  it('stays for good while nobody says otherwise, but for refused rows', async () => {
    const before = await texts();
    expect(await tidy(app.database, HOME_SCOPE, NOW)).toMatchObject({ comments: 0, quarantined: 0 });
    expect(await texts()).toEqual(before);
    expect(await sql('select 1 from quarantine')).toHaveLength(1);
  });

  it('is taken away: old words, and the notes of complaints closed long ago, and no number changes', async () => {
    await sql(`update organisation set words_days = 90`);
    const counted = await cells();
    expect(await tidy(app.database, HOME_SCOPE, NOW)).toEqual({
      ...{ quarantined: 0, comments: 1, 'review-texts': 1, complaints: 1, 'complaint-notes': 3 },
    });
    expect(await texts()).toEqual({
      ...{ 's:s0': '', 's:s1': 'words 1', 'r:r0': '', 'r:r1': 'text 1' },
      ...{ 'c:closed': '-/-', 'c:open': 'A bill/narrative of open' },
      ...{ 'e:closed-acknowledged': null, 'e:closed-resolved': null, 'e:closed-closed': null },
      'e:open-acknowledged': 'note on acknowledged',
    });
    expect(await cells()).toEqual(counted);
    expect(await verifyRollups(app.database, HOME_SCOPE)).toEqual([]);
  });

  it('is on the trail by its counts alone', async () => {
    const details = (await applied()).map(({ details: text }) => JSON.parse(text));
    expect(details).toContainEqual({ what: 'comments', olderThanDays: 90, rows: 1 });
    expect(JSON.stringify(details)).not.toMatch(/words 0|narrative|note on/);
  });

  it('does not come back when the same rows are sent again, and nothing counts twice', async () => {
    const counted = await cells();
    for (const { accepted, updated, quarantined } of await sendAll()) {
      expect({ accepted, updated, quarantined }).toEqual({ accepted: 0, updated: 0, quarantined: 0 });
    }
    expect(await texts()).toMatchObject({ 's:s0': '', 'r:r0': '', 'c:closed': '-/-', 'e:closed-closed': null });
    expect(await cells()).toEqual(counted);
  });

  it('is shown as no words at all', async () => {
    const payload = { metric: 'csat', from: '2026-01-05', to: '2026-01-12' };
    const answer = await app.inject({ method: 'POST', url: '/api/v1/records/query', payload });
    expect(answer.json()).toMatchObject({ rows: [{ words: null }] });
  });

  it('is gone once, however many do it at the same time', async () => {
    await sql(`update organisation set words_days = 30`);
    jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(NOW + 40 * 86_400_000);
    const before = (await applied()).length;
    const all = await Promise.all([1, 2, 3].map(() => tidy(app.database, HOME_SCOPE, NOW + 40 * 86_400_000)));
    expect(all.reduce((sum, { comments }) => sum + comments, 0)).toBe(1);
    expect(await texts()).toMatchObject({ 's:s1': '', 'r:r1': '' });
    expect((await applied()).length - before).toBe(2);
    expect(await verifyRollups(app.database, HOME_SCOPE)).toEqual([]);
  });

  it('includes refused rows', async () => {
    await sql(`update organisation set quarantine_days = 7`);
    await sql(`update quarantine set seen_at = '2026-11-01'`);
    expect(await tidy(app.database, HOME_SCOPE, NOW)).toMatchObject({ quarantined: 1 });
    expect(await sql('select 1 from quarantine')).toEqual([]);
  });
});

describe('a running Bedside', () => {
  it('does it once a day', async () => {
    const at = NOW + 90 * 86_400_000;
    jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(at);
    expect(await tidyIsDue(app.database, HOME_SCOPE, at)).toBe(true);
    await app.app.get(Housekeeping).round();
    expect(await tidyIsDue(app.database, HOME_SCOPE, at)).toBe(false);
    expect(await tidyIsDue(app.database, HOME_SCOPE, at + 86_400_000)).toBe(true);
  });

  it('lets go of sessions and links that are long over', async () => {
    await sql(`insert into session (organisation_id, id, secret_hash, account_id, created_at, last_seen_at)
      select organisation_id, gen_random_uuid(), '\\x01', gen_random_uuid(), '2026-01-01', '2026-01-01' from organisation`);
    await tidy(app.database, HOME_SCOPE, NOW);
    expect(await sql(`select 1 from session where created_at < '2026-02-01'`)).toEqual([]);
  });
});

describe('what imports replaced', () => {
  const former = () =>
    sql<{ text: string }>(`select former ->> 'comment' as text from replaced_row where kind = 'survey-responses'`);
  const correct = (comment: string) =>
    send(app, 'survey-responses', [{ ...SURVEYS[1], externalId: 'c', comment }], 'corrected');

  it('is kept while the import can be undone, and not a day longer', async () => {
    jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(NOW);
    await sql('update organisation set words_days = null');
    await correct('first words');
    await correct('second words');
    await tidy(app.database, HOME_SCOPE, NOW + 29 * DAY_MS);
    expect(await former()).toEqual([{ text: 'first words' }]);
    expect(await sql('select 1 from import_batch limit 1')).toHaveLength(1);
    await tidy(app.database, HOME_SCOPE, NOW + 31 * DAY_MS);
    expect(await former()).toEqual([]);
    expect(await sql('select 1 from import_batch limit 1')).toEqual([]);
  });

  it('goes sooner where words go sooner', async () => {
    await correct('third words');
    expect(await former()).toHaveLength(1);
    await sql('update organisation set words_days = 30');
    await tidy(app.database, HOME_SCOPE, NOW + 25 * DAY_MS);
    expect(await former()).toEqual([]);
  });
});
