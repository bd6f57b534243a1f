import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import type { Candidate } from '../../apps/api/src/ingest/rows/candidate.ts';
import { IngestService } from '../../apps/api/src/ingest/ingest.service.ts';
import { undoImport } from '../../apps/api/src/ingest/running/undo-import.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { send, setUpOrganisation } from './lakeside.ts';

const scope = { organisationId: HOME_ORGANISATION_ID, departmentIds: 'all' as const };
const NOW = Date.parse('2026-11-02T00:00:00Z');

let app: TestApp;
let ingest: IngestService;

beforeAll(async () => {
  app = await openTestApp();
  ingest = app.app.get(IngestService);
  await setUpOrganisation(app);
});

afterAll(() => app.close());

type Values = Record<string, unknown>;

const rowOf = (value: Values, index: number): Candidate => ({
  row: index + 1,
  raw: JSON.stringify(value),
  value: { department: 'ward-4b', ...value },
});

/** Rows a few at a time; breaks off in front of the row asked for, as a machine does that loses its power. */
async function* inPieces(rows: readonly Candidate[], breakBefore = Infinity): AsyncGenerator<Candidate[]> {
  for (let from = 0; from < rows.length; from += 50) {
    if (from >= breakBefore) throw new Error('the power is gone');
    yield rows.slice(from, from + 50).map((row) => ({ ...row }));
  }
}

async function run(kind: FactKind, source: string, rows: readonly Candidate[], importId = randomUUID()) {
  const result = await ingest.ingest(scope, { kind, source }, inPieces(rows), { importId, batchRows: 100 });
  return { importId, ...result };
}

const stored = async (table: string, source: string): Promise<Values[]> =>
  app.database.inScope(scope, ({ query }) =>
    query(
      `select f.* from ${table} f join source s on s.organisation_id = f.organisation_id and s.id = f.source_id
       where s.code = $1 order by f.external_id`,
      [source],
    ),
  );

const exact = async (): Promise<void> => expect(await verifyRollups(app.database, scope)).toEqual([]);

const answer = (externalId: string, csat: number): Values => ({
  externalId,
  csat,
  respondedAt: '2026-10-01T09:00:00Z',
});

describe('an import that broke off', () => {
  it('goes on where it was: nothing twice, nothing lost, also of rows without ids that read alike', async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) =>
      index % 97 === 13
        ? rowOf({ csat: 9, respondedAt: '2026-10-02T09:00:00Z' }, index)
        : rowOf({ csat: (index % 2) + 4, respondedAt: `2026-10-0${(index % 7) + 1}T09:00:00Z` }, index),
    );
    const importId = randomUUID();
    const options = { importId, batchRows: 100 };
    const target = { kind: 'survey-responses', source: 'without-ids' } as const;
    await expect(ingest.ingest(scope, target, inPieces(rows, 430), options)).rejects.toThrow('the power is gone');
    const before = await stored('survey_response', 'without-ids');
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(900);
    const result = await ingest.ingest(scope, target, inPieces(rows), options);
    const refused = rows.filter(({ value }) => value.csat === 9).length;
    expect(result).toMatchObject({ read: 1_000, accepted: 1_000 - refused, unchanged: 0, quarantined: refused });
    expect(await stored('survey_response', 'without-ids')).toHaveLength(1_000 - refused);
    const again = await ingest.ingest(scope, target, inPieces(rows), options);
    expect(again).toMatchObject({ read: 1_000, accepted: 1_000 - refused, quarantined: refused });
    const [kept] = await app.database.inScope(scope, ({ query }) =>
      query<{ at: Date | null }>('select last_fact_at as at from import where id = $1', [importId]),
    );
    expect(kept?.at?.toISOString()).toBe('2026-10-07T09:00:00.000Z');
    await exact();
  });
});

describe('a row that its source takes back', () => {
  it('goes, and comes again if the source says so later; the last word counts within a batch too', async () => {
    const back = (externalId: string, index: number): Candidate => ({
      ...rowOf({ externalId }, index),
      retracts: true,
    });
    const rows = [
      rowOf(answer('a', 5), 0),
      rowOf(answer('b', 4), 1),
      back('a', 2),
      rowOf(answer('c', 3), 3),
      back('b', 4),
      rowOf(answer('b', 2), 5),
      back('never-there', 6),
      back('', 7),
    ];
    const result = await run('survey-responses', 'taken-back', rows);
    expect(result).toMatchObject({ read: 8, accepted: 4, updated: 2, unchanged: 1, quarantined: 1 });
    expect(result.rejects).toMatchObject([{ row: 8, field: 'externalId', code: 'required' }]);
    expect((await stored('survey_response', 'taken-back')).map((row) => [row.external_id, row.csat])).toEqual([
      ['b', 2],
      ['c', 3],
    ]);
    await exact();
  });
});

describe('a sending of several kinds', () => {
  it('stores each where it belongs, complaints before what happened to them', async () => {
    const moves = ['acknowledged', 'resolved'].map((stage, index) => ({
      ...rowOf({}, 0),
      kind: 'complaint-events' as const,
      value: { externalId: `m${index}`, complaint: 't1', stage, happenedAt: `2026-10-0${index + 2}T09:00:00Z` },
    }));
    const ticket = rowOf({ externalId: 't1', receivedAt: '2026-10-01T09:00:00Z', title: 'A bill twice' }, 0);
    const result = await run('complaints', 'helpdesk', [...moves, ticket]);
    expect(result).toMatchObject({ read: 3, accepted: 3 });
    expect(await stored('complaint_event', 'helpdesk')).toHaveLength(2);
    await exact();
  });
});

describe('an import undone', () => {
  const columns = (rows: readonly Values[]) => rows.map(({ content_hash: _, ...row }) => row);

  it('leaves everything as it was before, row by row and cell by cell', async () => {
    const first = Array.from({ length: 300 }, (_, index) => rowOf(answer(`r${index}`, (index % 5) + 1), index));
    await run('survey-responses', 'corrected', first);
    const before = await stored('survey_response', 'corrected');
    const second = [
      ...first.slice(0, 120).map(({ value }, index) => rowOf({ ...value, csat: 1, department: 'medicine' }, index)),
      ...first.slice(120, 200),
      ...Array.from({ length: 150 }, (_, index) => rowOf(answer(`n${index}`, 2), index)),
      rowOf(answer('n3', 3), 0),
      rowOf(answer('bad', 7), 0),
    ];
    const wrong = await run('survey-responses', 'corrected', second);
    expect(wrong).toMatchObject({ accepted: 150, quarantined: 1 });
    const undone = await undoImport(app.database, scope, wrong.importId, NOW);
    expect(undone).toEqual({ removed: 150, restored: wrong.updated - 1, kept: 0 });
    expect(columns(await stored('survey_response', 'corrected'))).toEqual(columns(before));
    await exact();
    expect(await undoImport(app.database, scope, wrong.importId, NOW)).toMatchObject({ removed: 0, restored: 0 });
  });

  it('keeps what somebody changed since', async () => {
    const wrong = await run('survey-responses', 'gone-on', [rowOf(answer('a', 5), 0), rowOf(answer('b', 5), 1)]);
    await send(app, 'survey-responses', [{ ...answer('b', 1), department: 'ward-4b' }], 'gone-on');
    expect(await undoImport(app.database, scope, wrong.importId, NOW)).toEqual({ removed: 1, restored: 0, kept: 1 });
    expect((await stored('survey_response', 'gone-on')).map(({ csat }) => csat)).toEqual([1]);
    await exact();
  });

  it('keeps complaints that people went on with, and takes the others away with their steps', async () => {
    const complaint = (externalId: string): Values => ({ externalId, receivedAt: '2026-10-01T09:00:00Z' });
    const acknowledged = (of: string): Candidate => ({
      ...rowOf({}, 0),
      kind: 'complaint-events',
      value: { externalId: `ack-${of}`, complaint: of, stage: 'acknowledged', happenedAt: '2026-10-02T09:00:00Z' },
    });
    const wrong = await run('complaints', 'desk', [
      ...['x', 'y', 'z'].map((id, index) => rowOf(complaint(id), index)),
      acknowledged('x'),
      acknowledged('y'),
    ]);
    const step = { externalId: 'later', complaint: 'y', stage: 'resolved', happenedAt: '2026-10-03T09:00:00Z' };
    await send(app, 'complaint-events', [step], 'desk');
    expect(await undoImport(app.database, scope, wrong.importId, NOW)).toEqual({ removed: 3, restored: 0, kept: 2 });
    expect((await stored('complaint', 'desk')).map((row) => row.external_id)).toEqual(['y']);
    await exact();
  });

  it('sets a corrected complaint back', async () => {
    const rows = [rowOf({ externalId: 'x', receivedAt: '2026-10-01T09:00:00Z', title: 'Cold food' }, 0)];
    await run('complaints', 'ward-desk', rows);
    const before = await stored('complaint', 'ward-desk');
    const wrong = await run('complaints', 'ward-desk', [
      rowOf({ ...rows[0]?.value, title: 'Warm food', department: 'medicine', severity: 'high' }, 0),
    ]);
    expect(await undoImport(app.database, scope, wrong.importId, NOW)).toEqual({ removed: 0, restored: 1, kept: 0 });
    const after = await stored('complaint', 'ward-desk');
    expect(after.map(({ version: _, ...row }) => row)).toEqual(before.map(({ version: _, ...row }) => row));
    await exact();
  });

  it('keeps no earlier version of a row that a patient has had erased', async () => {
    await run('survey-responses', 'erased', [rowOf({ ...answer('a', 5), comment: 'first words' }, 0)]);
    const second = await run('survey-responses', 'erased', [rowOf({ ...answer('a', 4), comment: 'second words' }, 0)]);
    await ingest.erase(scope, 'survey-responses', 'erased', 'a');
    const kept = await app.database.inScope(scope, ({ query }) =>
      query('select 1 from replaced_row where import_id = $1', [second.importId]),
    );
    expect(kept).toEqual([]);
    expect(await undoImport(app.database, scope, second.importId, NOW)).toMatchObject({ restored: 0 });
    expect(await stored('survey_response', 'erased')).toEqual([]);
    await exact();
  });
});
