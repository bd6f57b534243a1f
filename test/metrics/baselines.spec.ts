import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BaselineInUseDto } from '#contracts/baseline-in-use.dto.ts';
import type { BaselineDto, BaselinesDto } from '#contracts/baselines.dto.ts';
import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import type { Role } from '#domain/role.ts';
import { SURVEY_SLOTS } from '#metrics/survey-counts.ts';
import { applyCells } from '../../apps/api/src/rollups/apply-cells.ts';
import { SURVEY_RESPONSE_CELL } from '../../apps/api/src/rollups/cell-table.ts';
import { signedIn } from '../app/signed-in.ts';
import { injectAs } from '../app/test-app.ts';
import { type AskingApp, openAskingApp, SCOPE } from './asking-app.ts';

/** A Wednesday. */
const TODAY = '2026-11-18';
const THIS_MONDAY = '2026-11-16';
const WARD = { department: ['ward-4b'] };
/** The Monday so many weeks before this one. */
const monday = (weeksAgo: number): string => dateOf(dayNumberOf(THIS_MONDAY) - 7 * weeksAgo);

let app: AskingApp;
let departments: Map<string, string>;

/** So many of fifty satisfied in each week up to this one, the last of the list being the last that is over. */
async function fill(department: string, satisfied: readonly number[], n = 50): Promise<void> {
  await app.database.inScope(SCOPE, (transaction) =>
    applyCells(
      transaction,
      SURVEY_RESPONSE_CELL,
      satisfied.map((x, index) => {
        const counts = new Array<number>(SURVEY_SLOTS.csat + 5).fill(0);
        counts[SURVEY_SLOTS.responses] = n;
        counts[SURVEY_SLOTS.csat] = n - x;
        counts[SURVEY_SLOTS.csat + 4] = x;
        const onDate = monday(satisfied.length - index);
        return { onDate, departmentId: departments.get(department) ?? '', keys: [1, 'vi'], counts };
      }),
    ),
  );
}

const weeks = (count: number, satisfied: number): number[] =>
  Array.from({ length: count }, (_, index) => satisfied + (index % 2));

beforeAll(async () => {
  app = await openAskingApp(TODAY);
  departments = await app.database.inScope(SCOPE, async ({ query }) => {
    const rows = await query<{ id: string; code: string }>('select id, code from department');
    return new Map(rows.map(({ id, code }) => [code, id]));
  });
  // Good for more than a year, and worse since a change thirty weeks ago.
  await fill('ward-4b', [...weeks(60, 45), ...weeks(30, 35)]);
  await fill('medicine', weeks(90, 45));
  await fill('riverside-pharmacy', weeks(90, 6), 7);
  // The smallest other department, which is hidden with it.
  await fill('riverside-general', weeks(90, 18), 20);
}, 60_000);

afterAll(() => app.close());

async function as(role: Role, ...own: string[]): Promise<AskingApp['inject']> {
  const departmentIds = own.map((code) => departments.get(code) ?? '');
  return injectAs(app.app, await signedIn(app.app, { role, departmentIds, name: `The ${role}` }));
}

async function say(saying: object, inject = app.inject) {
  const payload = { metric: 'csat', where: WARD, note: 'New triage desk', ...saying };
  const answer = await inject({ method: 'POST', url: '/api/v1/baselines', payload });
  return { status: answer.statusCode, body: answer.json<BaselineDto & { message?: string | string[] }>() };
}

const takeBack = async (id: string, inject = app.inject): Promise<number> =>
  (await inject({ method: 'DELETE', url: `/api/v1/baselines/${id}` })).statusCode;

const list = async (inject = app.inject): Promise<BaselineDto[]> =>
  (await inject({ method: 'GET', url: '/api/v1/baselines?metric=csat' })).json<BaselinesDto>().baselines;

/** The last weeks of a department, and what they are judged by. */
async function judged(
  department = 'ward-4b',
  from = monday(40),
  to = THIS_MONDAY,
): Promise<{ points: MetricPointDto[]; baselines: BaselineInUseDto[] }> {
  const where = { department: [department] };
  const { answers } = await app.ask({ metrics: ['csat'], from, to, grain: 'week', where });
  return { points: answers[0]?.points ?? [], baselines: answers[0]?.baselines ?? [] };
}

describe('a baseline', () => {
  it('is proposed until somebody says something: the first year', async () => {
    const { points, baselines } = await judged();
    expect(baselines).toMatchObject([
      { origin: 'proposed', state: 'used', from: monday(90), to: monday(38), weeks: 52, trial: false, note: null },
    ]);
    expect(baselines[0]).toMatchObject({ repliesAWeek: 50, power: [{ points: 10 }, { points: 5 }] });
    expect(points.at(-1)?.signal).toBe('concern');
  });

  it('is frozen where a person says so, whatever weeks are shown, and is as before once that is taken back', async () => {
    const before = await judged();
    const frozen = { kind: 'frozen', from: monday(30), to: monday(14), note: 'We are like this now' };
    const { status, body } = await say(frozen);
    expect([status, body]).toMatchObject([201, { ...frozen, where: WARD, saidBy: 'Rasa Test', takenBackAt: null }]);
    const { points, baselines } = await judged();
    expect(baselines).toMatchObject([
      { origin: 'frozen', from: monday(30), to: monday(14), weeks: 16, trial: true, id: body.id, note: frozen.note },
    ]);
    expect(points.at(-1)?.signal).toBe('common-cause');
    expect(points.at(-1)?.limits?.centre).toBeCloseTo(71, 0);
    // Shown by itself, a week before the baseline's end has the same limits.
    const [week] = (await judged('ward-4b', monday(20), monday(19))).points;
    expect(week?.limits).toEqual(points.find(({ from }) => from === monday(20))?.limits);
    expect((await judged('medicine')).baselines[0]?.origin).toBe('proposed');
    expect(await takeBack(body.id)).toBe(204);
    expect(await judged()).toEqual(before);
    expect((await list()).find(({ id }) => id === body.id)).toMatchObject({ takenBackBy: 'Rasa Test' });
  });

  it('is moved by saying another, and is the former again once that is taken back', async () => {
    const first = await say({ kind: 'frozen', from: monday(90), to: monday(64) });
    const second = await say({ kind: 'frozen', from: monday(80), to: monday(54) });
    expect((await judged()).baselines[0]?.id).toBe(second.body.id);
    await takeBack(second.body.id);
    expect((await judged()).baselines[0]).toMatchObject({ id: first.body.id, from: monday(90) });
    await takeBack(first.body.id);
  });

  it('begins anew after a marked change; weeks before keep their own', async () => {
    const before = await judged();
    const change = await say({ kind: 'rebased', from: dateOf(dayNumberOf(monday(31)) + 2) });
    const { points, baselines } = await judged();
    expect(baselines).toMatchObject([
      { origin: 'proposed', from: monday(90), change: null },
      { origin: 'rebased', from: monday(30), to: monday(13), change: { id: change.body.id, note: 'New triage desk' } },
    ]);
    const old = points.find(({ from }) => from === monday(32));
    expect(old?.limits?.centre).toBeCloseTo(91, 0);
    expect(old?.signal).toBe(before.points.find(({ from }) => from === monday(32))?.signal);
    expect(points.at(-1)).toMatchObject({ signal: 'common-cause' });
    expect(points.at(-1)?.limits?.centre).toBeCloseTo(71, 0);
    // Among other departments it is the same cell.
    const { answers } = await app.ask({
      ...{ metrics: ['csat'], from: monday(2), to: THIS_MONDAY, grain: 'week', by: ['department'] },
    });
    const ofWard = answers[0]?.baselines.filter(({ by }) => by['department'] === 'ward-4b');
    expect(ofWard).toMatchObject([{ origin: 'rebased', change: { id: change.body.id } }]);
    await takeBack(change.body.id);
  });

  it('is too short for a while after a change, and judges nothing then', async () => {
    const { body } = await say({ kind: 'rebased', from: monday(5) });
    const { points, baselines } = await judged('ward-4b', monday(4));
    expect(baselines).toMatchObject([{ origin: 'rebased', state: 'too-short', from: null, weeks: null, power: [] }]);
    expect(points.every(({ signal, limits }) => signal === null && limits === null)).toBe(true);
    await takeBack(body.id);
  });

  it('tells limits and weeks only where its sums may be told', async () => {
    const where = { department: ['riverside-pharmacy'] };
    // Seven answers a week: two weeks' worth around the chosen ends would be told by the difference of two baselines.
    const { body } = await say({ kind: 'frozen', where, from: monday(60), to: monday(30) });
    const { points, baselines } = await judged('riverside-pharmacy');
    const told = await app.ask({ metrics: ['csat'], from: monday(60), to: monday(30), grain: 'total', where });
    const isTold = told.answers[0]?.points[0]?.withheld === null;
    expect(baselines[0]?.state).toBe(isTold ? 'used' : 'withheld');
    expect(baselines[0]?.weeks === null).toBe(!isTold);
    expect(points.every(({ limits }) => limits === null)).toBe(true);
    await takeBack(body.id);
  });
});

describe('whoever may', () => {
  const frozen = { kind: 'frozen', from: monday(60), to: monday(30) };

  it('are quality managers, for all, and department heads, for their own', async () => {
    const head = await as('department-head', 'ward-4b');
    const { status, body } = await say({ ...frozen, where: {} }, await as('quality-manager'));
    expect(status).toBe(201);
    expect(await say({ ...frozen, where: {} }, head)).toMatchObject({ status: 403 });
    expect(await say({ ...frozen, where: { department: ['medicine'] } }, head)).toMatchObject({ status: 400 });
    const own = await say(frozen, head);
    expect(own).toMatchObject({ status: 201, body: { saidBy: 'The department-head' } });
    // They neither see nor take back what was said of the whole.
    expect((await list(head)).map(({ where }) => where)).toContainEqual(WARD);
    expect((await list(head)).map(({ where }) => where)).not.toContainEqual({});
    expect([await takeBack(body.id, head), await takeBack(own.body.id, head)]).toEqual([404, 204]);
    expect(await takeBack(own.body.id)).toBe(404);
    await takeBack(body.id);
  });

  it('are neither staff nor auditors, who may read', async () => {
    for (const inject of [await as('staff', 'ward-4b'), await as('auditor')]) {
      expect((await say(frozen, inject)).status).toBe(403);
      expect((await inject({ method: 'GET', url: '/api/v1/baselines?metric=csat' })).statusCode).toBe(200);
    }
  });

  it('are on the trail with the dates, without the note', async () => {
    const { body } = await say({ ...frozen, note: 'A secret reason' });
    await takeBack(body.id);
    const trail = await app.database.inScope(SCOPE, ({ query }) =>
      query<{ action: string; subject: string; details: string }>(
        'select action, subject, details from audit_event order by seq desc limit 2',
      ),
    );
    expect(trail.map(({ action, subject }) => [action, subject])).toEqual([
      ['baseline.taken-back', body.id],
      ['baseline.said', body.id],
    ]);
    expect(JSON.parse(trail[1]?.details ?? '')).toEqual({ metric: 'csat', where: WARD, ...frozen });
    expect(JSON.stringify(trail)).not.toContain('secret');
  });

  it.each([
    [{ metric: 'kindness' }, '"kindness" is not a metric'],
    [{ metric: 'responses' }, 'weeks of responses are not judged'],
    [{ where: { department: ['nowhere'] } }, '"nowhere" is not known'],
    [{ where: { colour: ['red'] } }, '"colour" is not a dimension'],
    [{ where: { platform: ['google'] } }, 'platform is not a dimension of csat'],
    [{ from: monday(40) }, 'at least 12 weeks'],
    [{ kind: 'melted' }, 'kind must be one of frozen, rebased'],
    [{ note: '' }, 'note must say why'],
    [{ note: '   ' }, 'note must say why'],
  ])('are told what is wrong: %j', async (part, words) => {
    const { status, body } = await say({ ...frozen, to: monday(36), ...part });
    expect([status, [body.message].flat().join()]).toEqual([400, expect.stringContaining(words)]);
  });

  it('name no patient: numbers in a note are masked', async () => {
    const { body } = await say({ ...frozen, note: 'Asked by ona@hospital.example' });
    expect(body.note).not.toContain('ona@');
    await takeBack(body.id);
  });

  it('forget a patient whom a note names all the same, once that patient is erased', async () => {
    const { body } = await say({ ...frozen, note: 'Since the letter of QX-204417' });
    const payload = { identifier: 'QX-204417', reason: 'Asked by letter' };
    const { statusCode } = await app.inject({ method: 'POST', url: '/api/v1/patients/erase', payload });
    expect([statusCode, (await list()).find(({ id }) => id === body.id)?.note]).toEqual([200, '…']);
    await takeBack(body.id);
  });
});
