import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ComplaintsPageDto } from '#contracts/complaints.dto.ts';
import { openTestApp } from '../app/test-app.ts';
import { complaint, event, openQueue, type Queue } from './queue.ts';

let queue: Queue;
beforeAll(async () => {
  queue = await openQueue();
  // Today is Friday 9 October; acknowledgements are due after 3 working days, answers after 20.
  queue.at('2026-10-09T02:00:00Z');
  await queue.complaints(
    complaint('late', { receivedAt: '2026-10-02T12:00:00+07:00', title: 'Not acknowledged since Wednesday' }),
    complaint('today', {
      receivedAt: '2026-10-06T12:00:00+07:00',
      channel: 'phone',
      narrative: 'The bill says 100% more\nthan agreed.',
    }),
    complaint('soon', { receivedAt: '2026-10-08T12:00:00+07:00', touchpoint: 'check-in' }),
    complaint('answer-late', { receivedAt: '2026-09-01T12:00:00+07:00', department: 'medicine', severity: 'high' }),
    complaint('answer-far', { receivedAt: '2026-10-01T12:00:00+07:00', department: 'hillcrest-pharmacy' }),
    complaint('closed-first', { receivedAt: '2026-09-30T12:00:00+07:00' }),
    complaint('closed-last', { receivedAt: '2026-09-30T13:00:00+07:00', department: 'medicine' }),
  );
  const closing = (id: string, day: number) => [
    event(id, 1, 'acknowledged'),
    event(id, 2, 'resolved'),
    event(id, day, 'closed'),
  ];
  await queue.events(
    event('answer-late', 1, 'acknowledged'),
    event('answer-far', 2, 'acknowledged'),
    ...closing('closed-first', 5),
    ...closing('closed-last', 7),
  );
});
afterAll(() => queue.close());

/** Numbers were given in the order of receipt. */
const NAMES = ['', 'answer-late', 'closed-first', 'closed-last', 'answer-far', 'late', 'today', 'soon'];

const list = async (query: string) => (await queue.get<ComplaintsPageDto>(`complaints?${query}`)).body;
const search = async (asked: object) => (await queue.post<ComplaintsPageDto>('complaints/search', asked)).body;
const names = ({ rows }: ComplaintsPageDto) => rows.map(({ number }) => NAMES[number]);

describe('the queue', () => {
  it.each<[string, string[]]>([
    ['', ['answer-late', 'late', 'today', 'soon', 'answer-far']],
    ['view=open', ['answer-late', 'late', 'today', 'soon', 'answer-far']],
    ['view=overdue', ['answer-late', 'late']],
    ['view=due-soon', ['today', 'soon']],
    ['view=closed', ['closed-last', 'closed-first']],
    ['view=all', ['answer-late', 'late', 'today', 'soon', 'answer-far', 'closed-last', 'closed-first']],
    ['department=medicine&view=all', ['answer-late', 'late', 'today', 'soon', 'closed-last', 'closed-first']],
    ['department=ward-4b', ['late', 'today', 'soon']],
    ['department=ward-4b&department=hillcrest-pharmacy', ['late', 'today', 'soon', 'answer-far']],
    ['site=hillcrest', ['answer-far']],
    ['site=hillcrest&department=medicine', []],
    ['site=hillcrest&site=riverside&stage=acknowledged', ['answer-late', 'answer-far']],
    ['stage=received&stage=acknowledged', ['answer-late', 'late', 'today', 'soon', 'answer-far']],
    ['touchpoint=check-in', ['soon']],
    ['touchpoint=unknown&department=ward-4b', ['late', 'today']],
    ['channel=phone', ['today']],
  ])('%s', async (query, expected) => {
    const page = await list(query);
    expect(names(page)).toEqual(expected);
    expect(page.total).toBe(expected.length);
    expect(page.next).toBeNull();
  });

  it.each<[object, string[]]>([
    [{ q: 'since wednesday' }, ['late']],
    [{ q: 'C-5' }, ['late']],
    [{ q: '5' }, ['late']],
    [{ q: '100%' }, ['today']],
    [{ q: '1__' }, []],
    [{ q: '  ' }, ['answer-late', 'late', 'today', 'soon', 'answer-far']],
    [{ q: 'since', department: ['hillcrest-pharmacy'] }, []],
    [{ view: 'all', stage: ['closed'], limit: 1 }, ['closed-last']],
  ])('looks for %j by its body', async (asked, expected) => {
    expect(names(await search(asked))).toEqual(expected);
  });

  it('counts every view under the same filter', async () => {
    expect((await list('view=closed')).counts).toEqual({ open: 5, overdue: 2, dueSoon: 2, closed: 2 });
    expect((await list('department=ward-4b')).counts).toEqual({ open: 3, overdue: 1, dueSoon: 2, closed: 1 });
  });

  it('says what is due, when, and how it stands', async () => {
    const { rows } = await list('view=all');
    const due = rows.map(({ number, due, dueOn, dueInWorkingDays }) => [NAMES[number], due, dueOn, dueInWorkingDays]);
    expect(due).toEqual([
      ['answer-late', 'answer', '2026-09-29', -8],
      ['late', 'acknowledge', '2026-10-07', -2],
      ['today', 'acknowledge', '2026-10-09', 0],
      ['soon', 'acknowledge', '2026-10-13', 2],
      ['answer-far', 'answer', '2026-10-29', 14],
      ['closed-last', null, null, null],
      ['closed-first', null, null, null],
    ]);
    expect(rows.map(({ title }) => title)).toEqual([
      'billing',
      'Not acknowledged since Wednesday',
      'The bill says 100% more than agreed.',
      'billing',
      'billing',
      'billing',
      'billing',
    ]);
  });

  it('is overdue from midnight on, where the organisation is', async () => {
    queue.at('2026-10-09T16:59:59Z');
    expect(names(await list('view=overdue'))).toEqual(['answer-late', 'late']);
    queue.at('2026-10-09T17:00:00Z');
    expect(names(await list('view=overdue'))).toEqual(['answer-late', 'late', 'today']);
    expect((await list('view=due-soon')).counts).toMatchObject({ dueSoon: 1 });
    queue.at('2026-10-09T02:00:00Z');
  });

  it.each([1, 2, 3, 7])('gives every complaint once, %i a page', async (limit) => {
    const seen: (string | undefined)[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: ComplaintsPageDto = await list(`view=all&limit=${limit}${cursor && `&cursor=${cursor}`}`);
      expect(page.rows.length).toBeLessThanOrEqual(limit);
      expect(page.total).toBe(7);
      seen.push(...names(page));
      cursor = page.next;
    }
    expect(seen).toEqual(names(await list('view=all')));
  });

  it('tells the counts alone, of which nobody reads a word', async () => {
    const listed = () =>
      queue.rows<{ n: number }>(`select count(*)::int as n from audit_event where action = 'complaint.listed'`);
    const before = await listed();
    const { status, body } = await queue.get<ComplaintsPageDto>('complaints?view=all&limit=0');
    expect(status).toBe(200);
    expect(body).toMatchObject({ rows: [], next: null, counts: (await list('view=all')).counts });
    expect((await listed())[0]?.n).toBe((before[0]?.n ?? 0) + 1);
  });

  it.each<[string, string | RegExp]>([
    ['view=mine', 'view must be one of open, overdue, due-soon, closed, all'],
    ['stage=solved', 'stage must be one of received, acknowledged, investigating, resolved, closed, reopened'],
    ['channel=fax', /^channel must be one of sms, email, .*unknown$/],
    ['site=lakeside', 'site must be one of hillcrest, riverside'],
    ['department=ward-9z', /^department must be one of hillcrest.*, ward-4b$/],
    ['touchpoint=parking', /^touchpoint must be one of discovery, .*unknown$/],
    ['limit=-1', 'limit must be at least 0'],
    ['limit=many', /limit must be/],
    ['limit=201', 'limit must be at most 200'],
    ['cursor=abc', 'cursor must be the next value of an earlier page'],
    ['q=bill', 'property q should not exist'],
    ['site=My father', 'site must be a code from GET /api/v1/organisation'],
    ['colour=red', 'property colour should not exist'],
  ])('refuses %s and says what is allowed', async (query, message) => {
    const { status, body } = await queue.get<{ message: string | string[] }>(`complaints?${query}`);
    expect(status).toBe(400);
    expect([body.message].flat().join('; ')).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });
});

it('is empty, not broken, before an organisation is set up', async () => {
  const app = await openTestApp();
  const answer = await app.inject({ method: 'GET', url: '/api/v1/complaints' });
  expect(answer.json()).toEqual({
    counts: { open: 0, overdue: 0, dueSoon: 0, closed: 0 },
    total: 0,
    rows: [],
    next: null,
  });
  const step = { method: 'POST', url: '/api/v1/complaints/1/steps', payload: { note: 'x' } } as const;
  expect((await app.inject(step)).statusCode).toBe(404);
  await app.close();
});
