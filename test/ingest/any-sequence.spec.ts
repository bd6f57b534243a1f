import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { IngestService } from '../../apps/api/src/ingest/ingest.service.ts';
import type { Candidate } from '../../apps/api/src/ingest/rows/candidate.ts';
import { undoImport } from '../../apps/api/src/ingest/running/undo-import.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { randomFrom } from '../random.ts';
import { setUpOrganisation } from './lakeside.ts';

const scope = { organisationId: HOME_ORGANISATION_ID, departmentIds: 'all' as const };
const NOW = Date.parse('2026-11-22T00:00:00Z');

let app: TestApp;
let ingest: IngestService;

beforeAll(async () => {
  app = await openTestApp();
  ingest = app.app.get(IngestService);
  await setUpOrganisation(app);
});

afterAll(() => app.close());

/** Every cell equals a recount. */
const exact = async (): Promise<void> => expect(await verifyRollups(app.database, scope)).toEqual([]);

describe('any sequence of sending, correcting, moving, taking back, undoing and erasing', () => {
  const KEYS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
  const DEPARTMENTS = ['ward-4b', 'medicine', 'riverside-pharmacy', 'hillcrest-pharmacy'];

  /** The same choices for the same seed. */
  function choices(seed: number): <Item>(items: readonly Item[]) => Item {
    const below = randomFrom(seed);
    return (items) => items[below(items.length)] as (typeof items)[number];
  }

  async function write(seed: number, source: string, steps: number): Promise<void> {
    const one = choices(seed);
    const imports: string[] = [];
    for (let step = 0; step < steps; step += 1) {
      const what = one(['send', 'send', 'send', 'undo', 'erase', 'patient'] as const);
      if (what === 'erase') {
        await ingest.erase(scope, 'waits', source, one(KEYS)).catch((error: { status?: number }) => {
          if (error.status !== 404) throw error;
        });
      } else if (what === 'patient') {
        const payload = { identifier: `visit-${one(KEYS)}`, reason: 'asked at the desk' };
        expect((await app.inject({ method: 'POST', url: '/api/v1/patients/erase', payload })).statusCode).toBe(200);
      } else if (what === 'undo') {
        const importId = imports.pop();
        if (importId !== undefined) await undoImport(app.database, scope, importId, NOW);
      } else {
        const importId = randomUUID();
        imports.push(importId);
        const rows = Array.from({ length: 25 }, (_, index): Candidate => {
          const [externalId, retracts] = [one(KEYS), one([true, false, false, false])];
          const visit = `visit-${one(KEYS)}`;
          if (retracts) {
            const mergedInto = one([true, false]) ? { visit: `visit-${one(KEYS)}`, externalId: one(KEYS) } : undefined;
            return { row: index + 1, raw: externalId, value: { externalId, visit }, retracts, mergedInto };
          }
          const startedAt = `2026-10-${one(['30', '31'])}T${one(['02', '16', '17', '22'])}:30:00Z`;
          const value = {
            externalId,
            visit,
            startedAt,
            department: one(DEPARTMENTS),
            waitMinutes: one([5, 40, undefined]),
          };
          return { row: index + 1, raw: externalId, value };
        });
        async function* chunks(): AsyncGenerator<Candidate[]> {
          yield rows;
        }
        const { read, accepted, updated, unchanged, quarantined } = await ingest.ingest(
          scope,
          { kind: 'waits', source },
          chunks(),
          { importId, batchRows: 10 },
        );
        expect(accepted + updated + unchanged + quarantined).toBe(read);
      }
    }
  }

  it('leaves every cell equal to a recount, after each of them', async () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      for (let part = 0; part < 3; part += 1) {
        await write(20_261_100 + seed * 10 + part, `alone-${seed}`, 6);
        await exact();
      }
    }
  }, 120_000);

  it('and while eight writers fight over the same rows', async () => {
    let writing = true;
    const writers = Promise.all(
      Array.from({ length: 8 }, (_, writer) =>
        write(7_919 * (writer + 1), writer < 4 ? 'rivals' : `rival-${writer}`, 12),
      ),
    ).finally(() => {
      writing = false;
    });
    while (writing) await exact();
    await writers;
    await exact();
  }, 180_000);
});
