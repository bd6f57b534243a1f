import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Candidate } from '../rows/candidate.ts';
import type { Format, FormatOptions, OpenedFile, Sheet, SourceRecord } from '../formats/format.ts';
import type { IdKey } from '../formats/id-key.ts';
import type { SourceFile } from '../source-file.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { mapSheet, type MappedSheet } from './mapped-sheet.ts';
import type { Mapping } from './mapping.ts';
import { MappingRefused } from './mapping-refused.ts';
import { noSuchName } from './nearest-name.ts';
import { withoutOthers } from './without-others.ts';

/** A file with everything decided about how its rows are read. */
export interface MappedFile {
  name: string;
  bytes: number;
  format: Format;
  sheets: readonly [MappedSheet, ...MappedSheet[]];
  /** Rows passed over in the last reading, by reason in words. */
  passedOver(): ReadonlyMap<string, number>;
  /** The rows, as many at a time as a piece of the file holds; `onRead` hears how many bytes have been read. */
  candidates(onRead?: (bytes: number) => void): AsyncGenerator<Candidate[]>;
}

export interface MappedFileOptions extends FormatOptions {
  format: Format;
  /** What the rows are, where the format does not tell; it has to agree where it does. */
  kind?: FactKind;
  mapping: Mapping;
  /** Codes of the organisation's touchpoints, which `scores.CODE` may name. */
  touchpoints: readonly string[];
  /** The secret of the organisation that the rows are for. */
  idKey: IdKey;
}

/**
 * Opens a file, fits the mapping to it and reads it through once, so that a file that cannot be read or mapped is refused
 * before its first row goes in. Throws `UnreadableFile` or `MappingRefused`.
 */
export async function openMapped(
  source: SourceFile,
  { format, kind, mapping, touchpoints, ...options }: MappedFileOptions,
): Promise<MappedFile> {
  const file = withoutOthers(await format.open(source, options), mapping);
  const { sheets: furtherMappings = {}, ...firstMapping } = mapping;
  refuseUnknownSheets(file, Object.keys(furtherMappings));
  const sheets: MappedSheet[] = [];
  for (const [nth, sheet] of file.sheets.entries()) {
    const said = nth === 0 ? firstMapping : (furtherMappings[sheet.name] ?? {});
    sheets.push(await mapSheet(file, sheet, kindOf(format, sheet, nth === 0 ? kind : undefined), said, touchpoints));
  }
  const [first, ...further] = sheets;
  if (first === undefined) throw new UnreadableFile(`${source.name} holds no rows of any sort.`);
  await readThrough(file);
  let withoutField = 0;
  const candidateOf = (record: SourceRecord): Candidate | undefined => sheets[record.sheet ?? 0]?.candidateOf(record);
  return {
    ...{ name: source.name, bytes: source.bytes, format, sheets: [first, ...further] },
    passedOver: () =>
      new Map([
        ...file.passedOver(),
        ...(withoutField === 0 ? [] : [[`rows without ${mapping.onlyWith}`, withoutField] as const]),
      ]),
    async *candidates(onRead) {
      withoutField = 0;
      for await (const records of file.records(onRead)) {
        const wanted: Candidate[] = [];
        for (let nth = 0; nth < records.length; nth += 1) {
          const candidate = candidateOf(records[nth] as SourceRecord);
          if (candidate !== undefined) wanted.push(candidate);
        }
        withoutField += records.length - wanted.length;
        if (wanted.length > 0) yield wanted;
      }
    },
  };
}

function kindOf({ title }: Format, sheet: Sheet, said: FactKind | undefined): FactKind {
  if (sheet.kind !== undefined && said !== undefined && sheet.kind !== said) {
    throw new MappingRefused(`The ${sheet.name} of ${title} are ${sheet.kind}: leave the kind out.`);
  }
  const kind = sheet.kind ?? said;
  if (kind === undefined) throw new MappingRefused(`Say what the rows of the file are (on the command line: --kind).`);
  return kind;
}

function refuseUnknownSheets({ sheets }: OpenedFile, named: readonly string[]): void {
  const [, ...further] = sheets.map(({ name }) => name);
  const unknown = named.find((name) => !further.includes(name));
  if (unknown !== undefined) throw new MappingRefused(noSuchName('further sort of rows called', unknown, further));
}

async function readThrough(file: OpenedFile): Promise<void> {
  if (file.check !== undefined) return file.check();
  for await (const records of file.records()) void records;
}
