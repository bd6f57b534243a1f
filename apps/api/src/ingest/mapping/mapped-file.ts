import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Candidate } from '../candidate.ts';
import { type CsvFile, type CsvOptions, openCsv } from '../csv/csv-file.ts';
import type { SourceFile } from '../source-file.ts';
import { type ColumnPlan, planColumns } from './column-plan.ts';
import { type ShownOrder, dateOrderShownBy } from './date-order.ts';
import { hasField, mappableFields } from './mappable-fields.ts';
import type { Mapping } from './mapping.ts';
import { rowMapper } from './row-mapper.ts';

/** A file with everything decided about how its rows are read. */
export interface MappedFile {
  file: CsvFile;
  plan: ColumnPlan;
  /** How the order of day and month was settled, where the file settled it. */
  shownOrder: ShownOrder | undefined;
  /** Rows passed over so far, because the field they have to have is empty. */
  passedOver(): number;
  /** The rows, as many at a time as a piece of the file holds; `onRead` hears how many bytes have been read. */
  candidates(onRead?: (bytes: number) => void): AsyncGenerator<Candidate[]>;
}

export interface MappedFileOptions extends CsvOptions {
  kind: FactKind;
  mapping: Mapping;
  /** Codes of the organisation's touchpoints, which `scores.CODE` may name. */
  touchpoints: readonly string[];
}

/**
 * Opens a file, fits the mapping to it and makes sure that all of it is text, so that a file that cannot be read or
 * mapped is refused before its first row goes in. Throws `UnreadableFile` or `MappingRefused`.
 */
export async function openMapped(
  source: SourceFile,
  { kind, mapping, touchpoints, ...csv }: MappedFileOptions,
): Promise<MappedFile> {
  const file = await openCsv(source, csv);
  const fields = mappableFields(kind, touchpoints);
  const plan = planColumns(file.columns, mapping, kind, fields);
  const mapRow = (with_: Mapping) => rowMapper(file.columns.length, plan, with_, fields);
  mapRow(mapping);
  await file.check();
  const dateFeeds = plan.feeds.filter(({ field }) => fields.get(field)?.type === 'instant');
  const shownOrder = mapping.dates?.order === undefined ? await dateOrderShownBy(file, dateFeeds) : undefined;
  const candidateOf = mapRow({
    ...mapping,
    dates: { ...mapping.dates, order: mapping.dates?.order ?? shownOrder?.order },
  });
  const { onlyWith } = mapping;
  let passedOver = 0;
  return {
    file,
    plan,
    shownOrder,
    passedOver: () => passedOver,
    async *candidates(onRead) {
      for await (const records of file.records(onRead)) {
        const all = records.map(candidateOf);
        const wanted =
          onlyWith === undefined
            ? all
            : all.filter(({ value, problem }) => problem !== undefined || hasField(value, onlyWith));
        passedOver += all.length - wanted.length;
        if (wanted.length > 0) yield wanted;
      }
    },
  };
}
