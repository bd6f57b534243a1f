import { BadRequestException } from '@nestjs/common';
import type { MendDto } from '#contracts/quarantine-query.dto.ts';
import { storable } from '../ingest/quarantine/entry-content.ts';
import { mappableFields } from '../ingest/mapping/mappable-fields.ts';
import type { Directory } from '../organisation/directory.ts';
import type { StoredEntry } from './drive/stored-entry.query.ts';

const LONGEST = 100_000;

/** What a row says by hand after a mending, by field; null where that is nothing any more. */
export function mendedValues(
  { kind, mended, cells, readingId }: StoredEntry,
  { values, asCame = [] }: MendDto,
  { touchpoints }: Directory,
): Record<string, unknown> | null {
  const fields = mappableFields(
    kind,
    touchpoints.map(({ code }) => code),
  );
  const own = new Map<string, unknown>(Object.entries(mended ?? {}));
  for (const [field, value] of Object.entries(values)) {
    // A field that does not exist can only be left out.
    const canBeLeftOut = value === null && readingId === null && cells !== null && Object.hasOwn(cells, field);
    if (!fields.has(field) && !canBeLeftOut) {
      throw new BadRequestException(`values: there is no such field. Use one of: ${[...fields.keys()].join(', ')}.`);
    }
    own.set(field, plainValue(field, value));
  }
  for (const field of asCame) own.delete(field);
  const kept = Object.fromEntries(own);
  if (JSON.stringify(kept).length > LONGEST) {
    throw new BadRequestException(`values may be at most ${LONGEST} characters long together`);
  }
  return own.size === 0 ? null : kept;
}

function plainValue(field: string, value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value) && value.length <= 20 && value.every((one) => typeof one === 'string')) {
    return value.map(storable);
  }
  throw new BadRequestException(`values: ${field} must be a text, a number, true or false, a list of texts, or null`);
}
