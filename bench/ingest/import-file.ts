import type { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { Database } from '../../apps/api/src/database/database.ts';
import type { IngestOptions } from '../../apps/api/src/ingest/running/ingest-options.ts';
import { IngestService } from '../../apps/api/src/ingest/ingest.service.ts';
import { csv } from '../../apps/api/src/ingest/formats/csv.ts';
import { IdKey } from '../../apps/api/src/ingest/formats/id-key.ts';
import { openMapped } from '../../apps/api/src/ingest/mapping/mapped-file.ts';
import { fileOnDisk } from '../../apps/api/src/ingest/source-file.ts';
import { loadDirectory } from '../../apps/api/src/organisation/directory.ts';

/** Brings in a file as the command line does, from its first byte to the commit of its last batch. */
export async function importFile(
  database: Database,
  path: string,
  options: IngestOptions = {},
): Promise<IngestResultDto> {
  const kind = 'survey-responses';
  const directory = await database.inScope(HOME_SCOPE, loadDirectory);
  const touchpoints = (directory?.touchpoints ?? []).map(({ code }) => code);
  const idKey = new IdKey(directory?.organisation.pseudonymKey);
  const file = await openMapped(await fileOnDisk(path), { format: csv, kind, mapping: {}, touchpoints, idKey });
  const ingest = new IngestService(database, new Clock());
  const result = await ingest.ingest(HOME_SCOPE, { kind, source: 'bench' }, file.candidates(), options);
  if (result.quarantined > 0) throw new Error(`rows were refused: ${JSON.stringify(result.rejects[0])}`);
  return result;
}
