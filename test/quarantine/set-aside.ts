import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import type { QuarantineEntryDto, QuarantinePageDto, RedrivesDto } from '#contracts/quarantine.dto.ts';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { csv } from '../../apps/api/src/ingest/formats/csv.ts';
import { IngestService } from '../../apps/api/src/ingest/ingest.service.ts';
import { IdKey } from '../../apps/api/src/ingest/formats/id-key.ts';
import { openMapped } from '../../apps/api/src/ingest/mapping/mapped-file.ts';
import type { Mapping } from '../../apps/api/src/ingest/mapping/mapping.ts';
import { eraseRows } from '../../apps/api/src/ingest/running/erase-rows.ts';
import type { TestApp } from '../app/test-app.ts';

/** What people do with rows that were set aside, and what then is in. */
export class SetAside {
  constructor(private readonly app: TestApp) {}

  /** Imports the lines of a CSV file. */
  async file(
    lines: readonly string[],
    mapping: Mapping,
    { kind = 'survey-responses', source = 'survey' }: { kind?: FactKind; source?: string } = {},
  ): Promise<IngestResultDto> {
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    const file = {
      name: 'answers.csv',
      bytes: bytes.length,
      async *pieces() {
        yield bytes;
      },
    };
    const touchpoints = ['check-in', 'care'];
    const mapped = await openMapped(file, { format: csv, kind, mapping, touchpoints, idKey: new IdKey() });
    return this.app.app.get(IngestService).ingest(HOME_SCOPE, { kind, source, name: file.name }, mapped.candidates());
  }

  async rows(filter: object = {}): Promise<QuarantinePageDto['rows']> {
    return (await this.ask<QuarantinePageDto>('POST', 'search', { limit: 200, ...filter })).rows;
  }

  async one(filter: object = {}): Promise<QuarantineEntryDto> {
    const [row] = await this.rows(filter);
    if (row === undefined) throw new Error('nothing is set aside so');
    return this.entry(row.id);
  }

  entry(id: string): Promise<QuarantineEntryDto> {
    return this.ask('GET', id);
  }

  mend(id: string, values: object, more: object = {}): Promise<QuarantineEntryDto> {
    return this.ask('PATCH', id, { values, ...more });
  }

  /** The sums of what was driven in again. */
  async redrive(asked: object = {}) {
    const { imports, left } = await this.ask<RedrivesDto>('POST', 'redrive', asked);
    const sum = (count: 'rows' | 'accepted' | 'updated' | 'unchanged' | 'quarantined') =>
      imports.reduce((all, one) => all + one[count], 0);
    return {
      ...{ rows: sum('rows'), accepted: sum('accepted'), updated: sum('updated') },
      ...{ unchanged: sum('unchanged'), quarantined: sum('quarantined'), left },
      imports: imports.map((one) => one.import),
    };
  }

  async ask<Answer>(method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object): Promise<Answer> {
    const answer = await this.app.inject({ method, url: `/api/v1/quarantine/${path}`, payload });
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
    return answer.json<Answer>();
  }

  sql<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.app.database.inScope(HOME_SCOPE, ({ query }) => query<Row>(text, values));
  }

  /** The answers that are in, as `csat comment`, the best first. */
  async answers(): Promise<string[]> {
    const rows = await this.sql<{ said: string }>(
      `select concat_ws(' ', csat, comment) as said from survey_response order by csat desc nulls last, comment, id`,
    );
    return rows.map(({ said }) => said);
  }

  /** Takes everything out again, as erasing does. */
  async clear(): Promise<void> {
    await this.app.database.inScope(HOME_SCOPE, async (transaction) => {
      const rows = await transaction.query<{ id: string }>('select id from survey_response');
      await eraseRows(
        transaction,
        'survey-responses',
        rows.map(({ id }) => id),
      );
      await transaction.query('delete from quarantine');
    });
  }

  /** Cells that do not equal a recount. */
  wrongCells() {
    return verifyRollups(this.app.database, HOME_SCOPE);
  }
}
