import { expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { fhir } from '../../apps/api/src/ingest/formats/fhir.ts';
import { fileOf } from '../../apps/api/src/ingest/formats/fixtures/candidates-of.ts';
import { message, type Said } from '../../apps/api/src/ingest/formats/fixtures/hl7-messages.ts';
import type { Format } from '../../apps/api/src/ingest/formats/format.ts';
import { hl7Adt } from '../../apps/api/src/ingest/formats/hl7-adt.ts';
import { IdKey } from '../../apps/api/src/ingest/formats/id-key.ts';
import { IngestService } from '../../apps/api/src/ingest/ingest.service.ts';
import { openMapped } from '../../apps/api/src/ingest/mapping/mapped-file.ts';
import type { Mapping } from '../../apps/api/src/ingest/mapping/mapping.ts';
import { loadDirectory } from '../../apps/api/src/organisation/directory.ts';
import type { TestApp } from '../app/test-app.ts';

export const scope = { organisationId: HOME_ORGANISATION_ID, departmentIds: 'all' as const };

export const arrival = (visit: string, at: string, place = 'ward-4b'): Said => ({
  event: 'A04',
  at: `20261120${at}`,
  visit,
  place,
});
export const admission = (visit: string, at: string): Said => ({
  event: 'A01',
  at: `20261120${at}`,
  visit,
  place: 'medicine',
});

const WAITS = `select to_char(f.started_at at time zone 'Asia/Ho_Chi_Minh', 'DD HH24:MI') as began, f.wait_minutes as minutes,
  d.code as department
from wait f join department d on d.organisation_id = f.organisation_id and d.id = f.department_id
join source s on s.organisation_id = f.organisation_id and s.id = f.source_id where s.code = $1 order by f.started_at, f.id`;

/** What tests of corrections do with an app, which is looked for when they do it. */
export function correcting(appOf: () => TestApp) {
  /** After whatever was put right, every cell equals a recount. */
  const exact = async (): Promise<void> => expect(await verifyRollups(appOf().database, scope)).toEqual([]);

  /** As files of this organisation are read. */
  async function readAs() {
    const directory = await appOf().database.inScope(scope, loadDirectory);
    return { touchpoints: [], idKey: new IdKey(directory?.organisation.pseudonymKey) };
  }

  async function take(format: Format, text: string, source: string, mapping: Mapping = {}): Promise<string> {
    const importId = randomUUID();
    const kind = format === fhir ? 'survey-responses' : 'waits';
    const file = await openMapped(fileOf(text), { ...(await readAs()), format, mapping });
    const { quarantined, rejects } = await appOf()
      .app.get(IngestService)
      .ingest(scope, { kind, source }, file.candidates(), { importId });
    expect({ quarantined, rejects }).toEqual({ quarantined: 0, rejects: [] });
    await exact();
    return importId;
  }

  const adt = (source: string, ...said: Said[]): Promise<string> => take(hl7Adt, said.map(message).join(''), source);

  const waits = async (source: string): Promise<unknown[]> =>
    (await appOf().database.inScope(scope, ({ query }) => query<Record<string, unknown>>(WAITS, [source]))).map(
      ({ began, minutes, department }) => [began, minutes, department],
    );

  return { adt, exact, readAs, take, waits };
}
