import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { FIELDS_OF } from '#contracts/ingest/fact-kind.ts';
import type { QuarantineFilterDto } from '#contracts/quarantine-query.dto.ts';

/** Which rows, over alias q, in parameters $1 … $10 (the organisation first). */
export const FILTER_SQL = `q.organisation_id = $1::uuid and q.state = $2
  and ($3::text is null or q.source_id = (select id from source where organisation_id = $1::uuid and code = $3))
  and ($4::text is null or q.kind = $4)
  and ($5::uuid is null or $5 in (q.import_id, q.first_import_id, q.redriven_by, q.settled_by))
  and ($6::text is null or q.code = $6)
  and ($7::text is null or q.field = $7)
  and (not $8::boolean or q.field is null)
  and ($9::text is null or q.said = $9)
  and ($10::uuid[] is null or q.id = any ($10))`;

export function filterValues(organisationId: string, filter: QuarantineFilterDto & { ids?: readonly string[] }) {
  const { state = 'open', source, kind, code, field, wholeRow = false, said, ids } = filter;
  return [
    ...[organisationId, state, source ?? null, kind ?? null, filter.import ?? null, code ?? null, field ?? null],
    ...[wholeRow, said ?? null, ids ?? null],
  ];
}

/** A filter as the trail tells it: by codes alone. What rows say, and names their source made up, stay out. */
export function filterInCodes({ said, field, ...filter }: QuarantineFilterDto): Record<string, unknown> {
  const { source, kind, code, state, wholeRow } = filter;
  return {
    ...{ source, kind, code, state, wholeRow, import: filter.import },
    ...(field !== undefined && { field: isKnownField(field, kind) ? field : 'another' }),
    ...(said !== undefined && { said: true }),
  };
}

function isKnownField(field: string, kind: FactKind | undefined): boolean {
  const kinds = kind === undefined ? Object.values(FIELDS_OF) : [FIELDS_OF[kind]];
  return kinds.some((fields) => Object.hasOwn(fields, field.split('.')[0] ?? ''));
}
