import { csvLine, csvText } from '#contracts/csv-text.ts';
import type { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { streamed } from '../../database/streamed.ts';
import type { QuarantineFilterDto } from '#contracts/quarantine-query.dto.ts';
import { FILTER_SQL, filterValues } from './quarantine-filter.ts';

const HEADINGS = ['source', 'kind', 'import', 'file', 'row', 'field', 'code', 'message', 'seenAt', 'state', 'raw'];

const ROWS_SQL = `select s.code as source, q.kind, q.import_id as import, i.name as file, q.row_number::float8 as row,
  q.field, q.code, q.message, q.seen_at as "seenAt", q.state, q.raw
from quarantine q join source s on s.organisation_id = q.organisation_id and s.id = q.source_id
  left join import i on i.organisation_id = q.organisation_id and i.id = q.import_id
where ${FILTER_SQL} order by q.seen_at desc, q.row_number, q.id`;

type Row = Record<'source' | 'kind' | 'import' | 'code' | 'message' | 'state' | 'raw', string> & {
  file: string | null;
  row: number;
  field: string | null;
  seenAt: Date;
};

/** The rows that a filter finds as a table, with the text of each: to be mended where they came from. */
export async function* rowsCsv(database: Database, scope: Scope, filter: QuarantineFilterDto): AsyncGenerator<string> {
  yield csvText(HEADINGS, []);
  for await (const rows of streamed<Row>(database, scope, ROWS_SQL, filterValues(scope.organisationId, filter))) {
    yield rows
      .map(({ source, kind, file, row, field, code, message, seenAt, state, raw, ...rest }) =>
        csvLine([source, kind, rest.import, file, row, field, code, message, seenAt.toISOString(), state, raw]),
      )
      .join('');
  }
}
