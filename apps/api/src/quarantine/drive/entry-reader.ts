import type { Directory } from '../../organisation/directory.ts';
import { planColumns } from '../../ingest/mapping/column-plan.ts';
import { hasField, mappableFields, placeOf, putField } from '../../ingest/mapping/mappable-fields.ts';
import type { Mapping } from '../../ingest/mapping/mapping.ts';
import { MappingRefused } from '../../ingest/mapping/mapping-refused.ts';
import { mergeMappings, overPreset, presetWithin } from '../../ingest/mapping/merge-mappings.ts';
import { rowMapper } from '../../ingest/mapping/row-mapper.ts';
import { readerOf } from '../../ingest/mapping/read-cell.ts';
import { Refusal } from '../../ingest/mapping/refusal.ts';
import { spelled } from '../../ingest/mapping/value-map.ts';
import type { Candidate, Problem } from '../../ingest/rows/candidate.ts';
import type { Reading } from '../../ingest/rows/row-origin.ts';
import { keptFor, type KeptMappings } from './kept-mappings.query.ts';
import type { Readings, StoredEntry } from './stored-entry.query.ts';

type ReadCells = (entry: StoredEntry) => Pick<Candidate, 'value' | 'problem'>;

/** What rows that were set aside are read by: how they were read, what is kept now, and what people say on top of it. */
export interface ReadBy {
  directory: Directory;
  readings: Readings;
  kept: KeptMappings;
  over?: Mapping;
}

/** Reads rows that were set aside once more: through the mapping as it is now, with what people have mended in it. */
export class EntryReader {
  private readonly mappers = new Map<string, ReadCells>();
  private readonly touchpoints: readonly string[];

  constructor(private readonly by: ReadBy) {
    this.touchpoints = by.directory.touchpoints.map(({ code }) => code);
  }

  /** The row it stands for now, and what is wrong with it if it cannot be read; `unread` are fields to leave out. */
  candidateOf(entry: StoredEntry, unread: readonly string[] = []): Candidate {
    const { row, kind, retracts, mended } = entry;
    const { value, problem } = this.read(entry, unread);
    for (const [field, given] of Object.entries(mended ?? {})) {
      if (!unread.includes(field)) putMended(value, field, given);
    }
    const stands = standingProblem(entry);
    return {
      ...{ row, raw: '', weight: JSON.stringify(value).length, value, kind, entry: entry.id },
      ...(retracts && { retracts }),
      ...((stands ?? problem) && { problem: stands ?? problem }),
    };
  }

  /** The mapping by which the row is read now; undefined for one that came as JSON. */
  mappingOf(entry: StoredEntry): Mapping | undefined {
    const reading = this.readingOf(entry);
    if (reading === undefined) return undefined;
    const { over = {}, kept } = this.by;
    const said = mergeMappings(keptFor(kept, entry, reading) ?? reading.said, over);
    return this.fits(entry, reading, said) ? said : mergeMappings(reading.said, over);
  }

  /** Which column feeds which field, by field. */
  columnsOf(entry: StoredEntry): ReadonlyMap<string, string> {
    const reading = this.readingOf(entry);
    const mapping = this.mappingOf(entry);
    if (reading === undefined || mapping === undefined) return new Map();
    try {
      const { feeds } = this.plan(entry, reading, mapping);
      return new Map(feeds.map(({ field, column }) => [field, column]));
    } catch (error) {
      if (error instanceof MappingRefused) return new Map();
      throw error;
    }
  }

  private readingOf({ readingId }: StoredEntry): Reading | undefined {
    return readingId === null ? undefined : this.by.readings.get(readingId);
  }

  private read(entry: StoredEntry, unread: readonly string[]): Pick<Candidate, 'value' | 'problem'> {
    if (entry.readingId === null) return { value: this.readJson(entry, unread) };
    const left = [...Object.keys(entry.mended ?? {}), ...unread].sort();
    const key = JSON.stringify([entry.readingId, entry.sourceId, entry.kind, left]);
    let mapper = this.mappers.get(key);
    if (mapper === undefined) {
      mapper = this.mapperFor(entry, new Set(left));
      this.mappers.set(key, mapper);
    }
    return mapper(entry);
  }

  private mapperFor(entry: StoredEntry, left: ReadonlySet<string>): ReadCells {
    const reading = this.readingOf(entry);
    const said = this.mappingOf(entry);
    if (reading === undefined || said === undefined) return () => ({ value: {}, problem: NOT_KEPT });
    try {
      const { columns } = reading;
      const { mapping, fields, feeds } = this.plan(entry, reading, said);
      const map = rowMapper(
        columns.length,
        { feeds: feeds.filter(({ field }) => !left.has(field)), leftOut: [] },
        mapping,
        fields,
      );
      return ({ row, cells, mended }) => {
        const texts = columns.map((column) =>
          cells !== null && Object.hasOwn(cells, column) ? String(cells[column] ?? '') : '',
        );
        const { value, problem } = map({ line: row, raw: '', cells: texts });
        const { onlyWith } = mapping;
        const isEmpty = onlyWith !== undefined && problem === undefined && !hasField(value, onlyWith);
        return isEmpty && !Object.hasOwn(mended ?? {}, onlyWith)
          ? { value, problem: nothingIn(onlyWith) }
          : { value, problem };
      };
    } catch (error) {
      if (!(error instanceof MappingRefused)) throw error;
      const problem = { field: null, code: 'mapping-refused', message: error.message } as const;
      return () => ({ value: {}, problem });
    }
  }

  private plan({ kind }: StoredEntry, { columns, preset, shownOrder }: Reading, said: Mapping) {
    const fields = mappableFields(kind, this.touchpoints);
    const laid = overPreset(presetWithin(preset, fields), said);
    const mapping = { ...laid, dates: { ...laid.dates, order: laid.dates?.order ?? shownOrder } };
    return { mapping, fields, feeds: planColumns(columns, mapping, kind, fields).feeds };
  }

  private fits(entry: StoredEntry, reading: Reading, said: Mapping): boolean {
    try {
      this.plan(entry, reading, said);
      return true;
    } catch (error) {
      if (error instanceof MappingRefused) return false;
      throw error;
    }
  }

  /** Values that came as they are: of a mapping only what stands for what applies to them. */
  private readJson({ cells, kind }: StoredEntry, unread: readonly string[]): Record<string, unknown> {
    const value = structuredClone({ ...cells }) as Record<string, unknown>;
    const fields = mappableFields(kind, this.touchpoints);
    for (const [name, meanings] of Object.entries(this.by.over?.values ?? {})) {
      const given = value[name];
      const field = fields.get(name);
      if (field === undefined || (typeof given !== 'string' && typeof given !== 'number')) continue;
      const meaning = Object.entries(meanings).find(([text]) => spelled(text) === spelled(String(given)))?.[1];
      if (meaning === undefined) continue;
      const read = meaning.trim() === '' ? null : readerOf(name, field, {})(meaning.trim());
      putMended(value, name, read instanceof Refusal ? meaning : read);
    }
    for (const field of unread) putMended(value, field, null);
    return value;
  }
}

/** Puts what people have mended into a row; scores under their touchpoint, null for "not known". */
function putMended(value: Record<string, unknown>, field: string, given: unknown): void {
  const { scored } = placeOf(field);
  if (given !== null) return putField(value, field, given);
  if (scored === undefined) Reflect.deleteProperty(value, field);
  else if (typeof value.scores === 'object' && value.scores !== null) {
    Reflect.deleteProperty(value.scores, scored);
  }
}

/** What stays wrong with a row however its fields are read, until people have mended it by hand. */
function standingProblem({ cells, mended, stays, field, code, message }: StoredEntry): Problem | undefined {
  const isMended = mended !== null && (field === null || Object.hasOwn(mended, field));
  return (cells === null || stays) && !isMended ? { field, code, message } : undefined;
}

const NOT_KEPT: Problem = {
  field: null,
  code: 'not-kept',
  message: 'How this row was read is not kept any more. Import its file again.',
};

const nothingIn = (field: string): Problem => ({
  field,
  code: 'passed-over',
  message: `The mapping passes over rows that say nothing in ${field}. Leave this one out for good, or say what it is.`,
});
