import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Candidate } from '../rows/candidate.ts';
import type { Reading } from '../rows/row-origin.ts';
import type { OpenedFile, Sheet, SourceRecord } from '../formats/format.ts';
import { type ColumnPlan, planColumns } from './column-plan.ts';
import { dateOrderShownBy, type ShownOrder } from './date-order.ts';
import { hasField, mappableFields } from './mappable-fields.ts';
import type { Mapping } from './mapping.ts';
import { overPreset, presetWithin } from './merge-mappings.ts';
import { rowMapper } from './row-mapper.ts';

/** One sort of rows of a file, with everything decided about how they are read. */
export interface MappedSheet {
  name: string;
  kind: FactKind;
  plan: ColumnPlan;
  /** How the order of day and month was settled, where the file settled it. */
  shownOrder: ShownOrder | undefined;
  /** The row that a record stands for; undefined for one that is passed over. */
  candidateOf(record: SourceRecord): Candidate | undefined;
}

/** Fits a mapping to a sheet. Throws `MappingRefused`. */
export async function mapSheet(
  file: OpenedFile,
  sheet: Sheet,
  kind: FactKind,
  said: Mapping,
  touchpoints: readonly string[],
): Promise<MappedSheet> {
  const columns = sheet.columns.map(({ name }) => name);
  const fields = mappableFields(kind, touchpoints);
  const mapping = overPreset(presetWithin(sheet.preset, fields), said);
  const plan = planColumns(columns, mapping, kind, fields);
  const mapRow = (with_: Mapping) => rowMapper(columns.length, plan, with_, fields);
  mapRow(mapping);
  const dateFeeds = plan.feeds.filter(({ field }) => fields.get(field)?.type === 'instant');
  const nth = file.sheets.indexOf(sheet);
  const shownOrder =
    mapping.dates?.order === undefined && dateFeeds.length > 0
      ? await dateOrderShownBy(recordsOf(file, nth), dateFeeds)
      : undefined;
  const read = mapRow({ ...mapping, dates: { ...mapping.dates, order: mapping.dates?.order ?? shownOrder?.order } });
  const { onlyWith } = mapping;
  const settled = { columns, preset: sheet.preset, said, shownOrder: shownOrder?.order };
  const reading: Reading = { sheet: sheet.name, nth, ...settled };
  return {
    ...{ name: sheet.name, kind, plan, shownOrder },
    candidateOf,
  };

  function candidateOf(record: SourceRecord): Candidate | undefined {
    const candidate = read(record);
    candidate.kind = kind;
    candidate.reading = reading;
    if (record.retracts) candidate.retracts = true;
    if (record.mergedInto !== undefined) candidate.mergedInto = record.mergedInto;
    const { inParts } = record;
    if (inParts !== undefined) {
      candidate.inParts = { ...inParts, told: (parts) => candidateOf(inParts.told(parts)) ?? candidate };
    }
    const isWanted = onlyWith === undefined || candidate.problem !== undefined || hasField(candidate.value, onlyWith);
    return isWanted ? candidate : undefined;
  }
}

/** The records of one sheet, some at a time. */
async function* recordsOf(file: OpenedFile, nth: number): AsyncGenerator<SourceRecord[]> {
  for await (const records of file.records()) yield records.filter(({ sheet = 0 }) => sheet === nth);
}
