import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { InParts, Problem } from '../rows/candidate.ts';
import type { CsvRecord } from '../csv/csv-records.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { IdKey } from './id-key.ts';
import type { SourceFile } from '../source-file.ts';

/** What people have to say about a file that does not say it itself. */
export interface FormatOptions {
  encoding?: string;
  delimiter?: string;
  /** Name of the sheet of a workbook; the first that is not hidden when left out. */
  sheet?: string;
  /** Takes answers too that were begun and never sent in, where the source marks them. */
  unfinished?: boolean;
  /** With which ids are hashed that may be a patient's own; left out where nothing is stored of what is read. */
  idKey?: IdKey;
}

/** The beginning of a file, for a look at what it may be. */
export interface FileHead {
  name: string;
  /** Its first bytes, at most 64 KiB. */
  bytes: Buffer;
  /** The same as text; undefined where it is not text (an archive, say) or its encoding is not known. */
  text: string | undefined;
}

/** One column of a sheet: what a mapping names, and what the source asked there, where it tells. */
export interface SourceColumn {
  name: string;
  label?: string;
}

/** One sort of rows in a file. Most files hold one; a helpdesk's holds tickets and what happened to them. */
export interface Sheet {
  name: string;
  /** What its rows are, where the format settles it; undefined where people have to say. */
  kind?: FactKind;
  columns: readonly SourceColumn[];
  /** In which columns stand the code and name of the organisation that a row is of, and its site, where a file may hold several. */
  owner?: { column: string; name?: string; site?: string };
  /** What the format itself knows of how columns become fields; people's own mapping is laid over it. */
  preset: Mapping;
}

/** One row as its source tells it: a text for each column of its sheet, '' where it says nothing. */
export interface SourceRecord extends CsvRecord {
  /** Which of the sheets it is a row of, from 0; the first when left out. */
  sheet?: number;
  /** True where the source takes the row of this externalId back: a cancelled visit, an answer entered in error. */
  retracts?: boolean;
  /** Of a row taken back because two visits are one: the visit that stays, and the id of its row. */
  mergedInto?: { visit: string; externalId: string };
  /** For a row that its source tells in parts, of which some may stand in other files. */
  inParts?: InParts<SourceRecord>;
  /** What the format already knows to be wrong with it. */
  problem?: Problem;
}

/** A file of a format, with all that had to be found out about it before its first row. */
export interface OpenedFile {
  sheets: readonly Sheet[];
  /** The sheets of a workbook that can be asked for by name. */
  workbookSheets?: readonly string[];
  /** The rows in the order of the file, some at a time; memory does not grow with their number. Throws `UnreadableFile`. */
  records(onRead?: (bytes: number) => void): AsyncIterable<readonly SourceRecord[]>;
  /** Reads it all for faults of the file as a whole, where that takes less than reading its rows. Throws `UnreadableFile`. */
  check?(): Promise<void>;
  /** How many rows the last reading passed over, by reason in words: previews, tests, answers never sent in. */
  passedOver(): ReadonlyMap<string, number>;
}

/** A way in which systems write their exports. */
export interface Format {
  /** Stable, as mappings name it: `qualtrics`. */
  code: string;
  /** As its makers write it: `Qualtrics`. */
  title: string;
  /** True where a file certainly is of this format. */
  recognises(head: FileHead): boolean;
  /** Opens a file of it. Throws `UnreadableFile` in words for one that is not, or that cannot be read. */
  open(file: SourceFile, options: FormatOptions): Promise<OpenedFile>;
}
