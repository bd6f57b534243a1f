import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Candidate } from '../../apps/api/src/ingest/rows/candidate.ts';
import { undoImport } from '../../apps/api/src/ingest/running/undo-import.ts';
import { send, setUpOrganisation } from './lakeside.ts';
import { IngestService } from '../../apps/api/src/ingest/ingest.service.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { correcting, scope } from './correcting.ts';

const NOW = Date.parse('2026-11-22T00:00:00Z');

let app: TestApp;
let ingest: IngestService;
const { exact } = correcting(() => app);

beforeAll(async () => {
  app = await openTestApp();
  ingest = app.app.get(IngestService);
  await setUpOrganisation(app);
});

afterAll(() => app.close());

describe('an import that is undone', () => {
  const row = (externalId: string, csat: number, index = 0): Candidate => {
    const value = {
      externalId,
      csat,
      department: 'ward-4b',
      respondedAt: '2026-11-01T09:00:00Z',
      comment: `said ${externalId}`,
    };
    return { row: index + 1, raw: JSON.stringify(value), value };
  };
  const back = (externalId: string): Candidate => ({ row: 1, raw: externalId, value: { externalId }, retracts: true });
  const stored = async (source: string): Promise<unknown[]> =>
    (
      await app.database.inScope(scope, ({ query }) =>
        query<{ id: string; csat: number; comment: string }>(
          `select f.external_id as id, f.csat, f.comment from survey_response f
           join source s on s.organisation_id = f.organisation_id and s.id = f.source_id where s.code = $1 order by 1`,
          [source],
        ),
      )
    ).map(({ id, csat, comment }) => [id, csat, comment]);
  async function run(source: string, rows: readonly Candidate[]): Promise<string> {
    const importId = randomUUID();
    async function* one(): AsyncGenerator<Candidate[]> {
      yield rows.map((candidate) => ({ ...candidate }));
    }
    await ingest.ingest(scope, { kind: 'survey-responses', source }, one(), { importId });
    await exact();
    return importId;
  }

  it('brings back what it took back, as it was, whatever it did before and after', async () => {
    const before = ['gone', 'corrected', 'again', 'corrected-again'].map((id) => row(id, 3));
    await run('undo', before);
    const was = await stored('undo');
    const importId = await run('undo', [
      back('gone'),
      row('corrected', 1),
      back('corrected'),
      back('again'),
      row('again', 2),
      back('corrected-again'),
      row('corrected-again', 2),
      row('corrected-again', 1),
      row('new', 5),
      back('new'),
      row('newer', 5),
    ]);
    expect((await stored('undo')).length).toBe(3);
    const undone = await undoImport(app.database, scope, importId, NOW);
    expect(await stored('undo')).toEqual(was);
    expect(undone.kept).toBe(0);
    await exact();
  });

  it('brings complaints back with their numbers and what people did about them', async () => {
    const complaint = { externalId: 'c', department: 'ward-4b', receivedAt: '2026-11-02T09:00:00Z', title: 'Cold' };
    await send(app, 'complaints', [complaint, { ...complaint, externalId: 'd' }], 'letters');
    const step = { complaint: 'c', happenedAt: '2026-11-03T09:00:00Z', stage: 'acknowledged', note: 'Called back' };
    await send(app, 'complaint-events', [{ ...step, externalId: 'e' }], 'letters');
    const told = () =>
      app.database.inScope(scope, ({ query }) =>
        query(`select c.number, c.stage, c.acknowledged_on::text as acknowledged, c.title, e.note, e.recorded_at::text as recorded
          from complaint c join source s on s.organisation_id = c.organisation_id and s.id = c.source_id
          left join complaint_event e on e.organisation_id = c.organisation_id and e.complaint_id = c.id
          where s.code = 'letters' order by c.number`),
      );
    const was = await told();
    const importId = randomUUID();
    async function* both(): AsyncGenerator<Candidate[]> {
      yield [back('c'), back('d')];
    }
    await ingest.ingest(scope, { kind: 'complaints', source: 'letters' }, both(), { importId });
    await exact();
    expect(await told()).toEqual([]);
    await undoImport(app.database, scope, importId, NOW);
    await exact();
    expect(await told()).toEqual(was);
    const sent = await send(app, 'complaint-events', [{ ...step, externalId: 'e' }], 'letters');
    expect(sent).toMatchObject({ unchanged: 1 });
  });

  it('leaves what somebody has told again since', async () => {
    await run('retold', [row('a', 3)]);
    const importId = await run('retold', [back('a')]);
    await run('retold', [row('a', 5)]);
    expect(await undoImport(app.database, scope, importId, NOW)).toMatchObject({ restored: 0, kept: 1 });
    expect(await stored('retold')).toEqual([['a', 5, 'said a']]);
    await exact();
  });

  it('brings nothing back of whoever has been erased, and of what was taken back no word is left then', async () => {
    await run('erased', [
      { ...row('a', 3), value: { ...row('a', 3).value, visit: 'ERASE-ME' } },
      { ...row('ERASE-ME', 4) },
    ]);
    const importId = await run('erased', [back('a'), back('ERASE-ME')]);
    const payload = { identifier: 'ERASE-ME', reason: 'asked at the desk' };
    await app.inject({ method: 'POST', url: '/api/v1/patients/erase', payload });
    const kept = await app.database.inScope(scope, ({ query }) =>
      query('select 1 from replaced_row where import_id = $1', [importId]),
    );
    expect(kept).toEqual([]);
    await undoImport(app.database, scope, importId, NOW);
    expect(await stored('erased')).toEqual([]);
    await exact();
  });
});
