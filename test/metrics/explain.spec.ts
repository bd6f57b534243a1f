import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ExplainQueryDto } from '#contracts/explain-query.dto.ts';
import type { ExplanationDto } from '#contracts/explanation.dto.ts';
import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import { SURVEY_SLOTS } from '#metrics/survey-counts.ts';
import { WAIT_SLOTS } from '#metrics/wait-counts.ts';
import { waitBinOf } from '#metrics/wait-histogram.ts';
import { applyCells } from '../../apps/api/src/rollups/apply-cells.ts';
import { type CellTable, SURVEY_RESPONSE_CELL, WAIT_CELL } from '../../apps/api/src/rollups/cell-table.ts';
import { signedIn } from '../app/signed-in.ts';
import { injectAs } from '../app/test-app.ts';
import { type AskingApp, openAskingApp, SCOPE } from './asking-app.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const WEEK = { from: '2026-11-09', to: '2026-11-16', grain: 'week' } as const;
let app: AskingApp;
let folder: string;

async function count(table: CellTable, department: string, keys: (string | number)[], days: [string, number[]][]) {
  await app.database.inScope(SCOPE, async (transaction) => {
    const [found] = await transaction.query<{ id: string }>('select id from department where code = $1', [department]);
    const departmentId = found?.id ?? '';
    const deltas = days.map(([onDate, counts]) => ({ onDate, departmentId, keys, counts }));
    await applyCells(transaction, table, deltas);
  });
}

/** Counts of a cell of survey responses: scores 1 to 5 and how many came without one. */
function answers(scores: readonly number[], without: number): number[] {
  const counts = new Array<number>(SURVEY_SLOTS.csat + 5).fill(0);
  counts[SURVEY_SLOTS.responses] = scores.reduce((sum, one) => sum + one, without);
  scores.forEach((one, index) => (counts[SURVEY_SLOTS.csat + index] = one));
  return counts;
}

const weeksBack = (weeks: number): string => dateOf(dayNumberOf(WEEK.from) - 7 * weeks);

async function post(body: object, inject = app.inject): Promise<{ status: number; body: ExplanationDto }> {
  const answer = await inject({ method: 'POST', url: '/api/v1/metrics/explain', payload: body });
  return { status: answer.statusCode, body: answer.json<ExplanationDto>() };
}

async function explained(asked: Partial<ExplainQueryDto> & { metric: string }): Promise<ExplanationDto> {
  const { status, body } = await post({ ...WEEK, ...asked });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

/** What the command says of a file that holds this, and how it ends. */
function recompute(explanation: object): { status: number | null; said: string } {
  const file = join(folder, 'number.json');
  writeFileSync(file, JSON.stringify(explanation));
  const { status, stdout } = spawnSync(process.execPath, ['apps/recompute/recompute.ts', file], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { status, said: stdout };
}

const counts = ({ counts }: ExplanationDto) =>
  Object.fromEntries((counts ?? []).map(({ name, count }) => [name, count]));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bedside-explained-'));
  app = await openAskingApp('2026-11-18');
  const usual = Array.from({ length: 60 }, (_, back): [string, number[]] => [
    weeksBack(back + 1),
    answers([5, 6, 9, 40 + (back % 3), 47], 12),
  ]);
  await count(SURVEY_RESPONSE_CELL, 'ward-4b', [1, 'vi'], [[WEEK.from, answers([3, 4, 10, 40, 47], 12)], ...usual]);
  const beside = Array.from({ length: 61 }, (_, back): [string, number[]] => [
    weeksBack(back),
    answers([0, 0, 5, 5, 10], 0),
  ]);
  await count(SURVEY_RESPONSE_CELL, 'riverside-general', [1, 'vi'], beside);
  await count(SURVEY_RESPONSE_CELL, 'medicine', [1, 'vi'], [[WEEK.from, answers([1, 0, 1, 1, 2], 2)]]);
  const waits = new Array<number>(WAIT_SLOTS.bins + waitBinOf(60) + 1).fill(0);
  for (let minutes = 1; minutes <= 60; minutes += 1) waits[WAIT_SLOTS.bins + waitBinOf(minutes)] = 1;
  Object.assign(waits, {
    [WAIT_SLOTS.started]: 80,
    [WAIT_SLOTS.seen]: 60,
    [WAIT_SLOTS.left]: 14,
    [WAIT_SLOTS.waiting]: 6,
  });
  await count(WAIT_CELL, 'ward-4b', [1, 1], [[WEEK.from, waits]]);
}, 60_000);

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

it('tells formula, counts, what is left out, the rule’s grounds and the statement of a CSAT', async () => {
  const told = await explained({ metric: 'csat', by: { department: 'ward-4b' } });
  expect(told.formula).toEqual({
    symbols: '100 · {satisfied} / {answered}',
    words: '100 · answers 4 or 5 / answers 1–5',
  });
  expect(counts(told)).toEqual({ satisfied: 87, answered: 104 });
  expect(told.point).toMatchObject({ value: (100 * 87) / 104, n: 104, by: { department: 'ward-4b' } });
  expect(told.leftOut).toEqual(
    expect.arrayContaining([
      { what: 'no-answer', count: 12, share: null, untold: null },
      { what: 'set-aside', count: 0, share: null, untold: null },
    ]),
  );
  expect(told.signalRule).toMatchObject({ weeks: 48, replies: 48 * 108, trial: false, n: 104 });
  expect(told.statement.text).toContain('from survey_response_cell c');
  expect(told.statement.parameters[0]).toEqual({ name: '$1', means: 'organisation', holds: '"this one"' });
});

it('comes out equal again from its file, and differs when a count is another', async () => {
  const told = await explained({ metric: 'csat', by: { department: 'ward-4b' } });
  expect(recompute(told)).toMatchObject({ status: 0, said: expect.stringContaining('come out equal') });
  const [first, ...others] = told.counts ?? [];
  const changed = { ...told, counts: [{ ...first, count: 86 }, ...others] };
  expect(recompute(changed)).toMatchObject({ status: 1, said: expect.stringContaining('differs: value is 83.65') });
});

it('reads a median from a few waits, and says who was not seen', async () => {
  const told = await explained({ metric: 'wait-median', where: { 'wait-kind': ['arrival-to-seen'] } });
  expect(counts(told)).toEqual({ seen: 60 });
  expect(told.point.value).toBe(30.5);
  expect(told.leftOut.map(({ what, count, untold }) => [what, count, untold])).toEqual([
    ['left-unseen', 14, null],
    ['not-over', 6, null],
    ['set-aside', 0, null],
  ]);
  expect(recompute(told).status).toBe(0);
});

it('tells scores summed up while one of them is of a few people', async () => {
  const few = await explained({ metric: 'mean-score', by: { department: 'ward-4b' } });
  expect([few.summedUp, counts(few)]).toEqual([true, { scores: 104, 'score-sum': 436, 'score-squares': 1924 }]);
  expect(recompute(few).status).toBe(0);
  const before = { from: weeksBack(1), to: WEEK.from };
  const enough = await explained({ metric: 'mean-score', by: { department: 'ward-4b' }, ...before });
  expect([enough.summedUp, counts(enough)['score-1']]).toEqual([false, 5]);
});

it('withholds everything of a number that is withheld', async () => {
  const told = await explained({ metric: 'csat', by: { department: 'medicine' } });
  expect(told.point).toMatchObject({ value: null, n: null });
  expect(told).toMatchObject({ counts: null, places: [], signalRule: null });
  expect(told.leftOut.find(({ what }) => what === 'no-answer')).toMatchObject({ count: null, untold: 'withheld' });
  expect(recompute(told)).toMatchObject({ status: 2, said: expect.stringContaining('withheld') });
});

it('tells whoever sees some departments neither sources nor what was set aside', async () => {
  const [ward] = await app.database.inScope(SCOPE, ({ query }) =>
    query<{ id: string }>('select id from department where code = $1', ['ward-4b']),
  );
  const head = await signedIn(app.app, { role: 'department-head', departmentIds: [ward?.id ?? ''] });
  const { body } = await post({ ...WEEK, metric: 'csat' }, injectAs(app.app, head));
  expect(body.sources).toBeNull();
  expect(body.leftOut.find(({ what }) => what === 'set-aside')).toMatchObject({ count: null, untold: 'not-yours' });
});

it('refuses what is no single point, and says what to do', async () => {
  const status = async (asked: object) => (await post({ ...WEEK, metric: 'csat', ...asked })).status;
  expect(await status({ grain: 'day' })).toBe(400);
  expect(await status({ by: { colour: 'red' } })).toBe(400);
  expect(await status({ by: { department: 7 } })).toBe(400);
  expect(await status({ by: { department: 'nowhere' } })).toBe(404);
});

it('explains a range before the data began', async () => {
  const told = await explained({ metric: 'csat', from: '2001-01-01', to: '2001-01-08' });
  expect(told.signalRule).toBeNull();
  expect(JSON.stringify(told)).not.toContain('NaN');
});
