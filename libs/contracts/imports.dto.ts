import { ApiProperty } from '@nestjs/swagger';
import { FACT_KINDS, type FactKind } from './ingest/fact-kind.ts';
import { RejectDto } from './ingest/ingest-result.dto.ts';

/**
 * Where an import is: `stopped` was cancelled, `failed` could not go on and says why, `broken-off` ended with the process
 * that was sending or taking in its rows: what came until then is in, and the rest comes when it is sent again.
 */
export const IMPORT_STATES = [
  'waiting',
  'running',
  'done',
  'failed',
  'stopped',
  'broken-off',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** By which way rows came in. */
export const WAYS_IN = ['upload', 'inbox', 'rest', 'webhook', 'command-line', 'redrive'] as const;
export type WayIn = (typeof WAYS_IN)[number];

/** A file on its way in, piece by piece. One that broke off goes on at `received`. */
export class UploadDto {
  @ApiProperty() id: string;
  @ApiProperty({ example: 'exit-survey-2026-11.csv' }) name: string;
  @ApiProperty({ description: 'Bytes of the whole file.' }) bytes: number;
  @ApiProperty({ description: 'Bytes that are here; the next piece begins at this byte.' }) received: number;
  @ApiProperty({ description: 'Most bytes a piece may have.' }) pieceBytes: number;
  @ApiProperty({ description: 'When the file is thrown away if nothing comes of it.' }) keptUntil: string;
}

export class UploadsDto {
  @ApiProperty({ type: [UploadDto], description: 'Files that this person began to send and has not imported.' })
  uploads: UploadDto[];
}

/** A file of the watched folder that does not come in by itself. */
export class InboxFileDto {
  @ApiProperty({ example: 'exit-survey', description: 'The folder it lies in, which is called like its source.' })
  source: string;
  @ApiProperty({ example: 'october.csv' }) name: string;
  @ApiProperty() bytes: number;
  @ApiProperty({ description: 'When it was written last; it waits since then.' }) since: string;
  @ApiProperty({
    enum: ['mapping', 'room'],
    description: 'For somebody to say how it is read, or for room on the disk.',
  })
  waitsFor: 'mapping' | 'room';
}

export class InboxFilesDto {
  @ApiProperty({ type: [InboxFileDto], description: 'Those that wait longest first.' }) files: InboxFileDto[];
}

/** A format that files can be read as. */
export class FormatDto {
  @ApiProperty({ example: 'qualtrics' }) code: string;
  @ApiProperty({ example: 'Qualtrics' }) title: string;
}

/** An encoding a file could be written in, with the beginning of its text in it, for people to judge. */
export class EncodingChoiceDto {
  @ApiProperty({ example: 'windows-874' }) encoding: string;
  @ApiProperty({ example: 'th' }) language: string;
  @ApiProperty() text: string;
}

/** A field that a column of the file can feed. */
export class TargetFieldDto {
  @ApiProperty({ example: 'scores.check-in' }) name: string;
  @ApiProperty({ enum: ['text', 'instant', 'integer', 'number', 'boolean', 'code', 'codes'] }) type: string;
  @ApiProperty() required: boolean;
  @ApiProperty({ type: [String], description: 'What it may say, where that is a list.' }) codes: string[];
  @ApiProperty({ type: Number, nullable: true }) min: number | null;
  @ApiProperty({ type: Number, nullable: true }) max: number | null;
}

/** One column of the file, what it feeds under the mapping, and why that was proposed. */
export class PreviewColumnDto {
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true, description: 'What the source asked there, where it tells.' })
  label: string | null;
  @ApiProperty({ type: [String], description: 'Up to five different values as the file has them.' }) samples: string[];
  @ApiProperty({ type: [String], description: 'Fields it feeds; none for a column that is left out.' })
  fields: string[];
  @ApiProperty({ enum: ['told', 'likely', 'guess', 'chosen'], nullable: true, description: 'How sure this is.' })
  certainty: 'told' | 'likely' | 'guess' | 'chosen' | null;
  @ApiProperty({ type: String, nullable: true, description: 'The word of its name or question that told.' })
  word: string | null;
  @ApiProperty({ description: 'Left out because it says who somebody is.' }) identifies: boolean;
}

/** Something to be looked at before the rows go in; see `code` for which of the other properties are there. */
export class DoubtDto {
  @ApiProperty({
    enum: [
      'date-order',
      'zone',
      'decimal-mark',
      'scale',
      'unread-values',
      'two-scales',
      'unknown-places',
      'also-likely',
      'nothing-feeds',
      'no-answers',
      'not-looked-at',
      'garbled',
      'column-missing',
      'whose-rows',
    ],
  })
  code: string;
  @ApiProperty({ type: String, nullable: true }) column: string | null;
  @ApiProperty({ type: String, nullable: true }) field: string | null;
  @ApiProperty({ type: [Object], description: 'Values to be told about: {text, nearest}; of codes also their name.' })
  values: { text: string; nearest: string | null; name?: string }[];
  @ApiProperty({ description: 'How many more such values there are; or columns not looked at.' }) more: number;
  @ApiProperty({ type: [String], description: 'Other columns that could as well feed the field.' }) others: string[];
  @ApiProperty({ type: Number, nullable: true }) least: number | null;
  @ApiProperty({ type: Number, nullable: true }) most: number | null;
  @ApiProperty({ description: 'True where nothing can go in before it is answered.' }) mustBeAnswered: boolean;
}

/** One of the first rows as it would be stored, or why it would be set aside. */
export class PreviewRowDto {
  @ApiProperty() row: number;
  @ApiProperty({ type: Object, description: 'Field → text to show; masked as it would be stored.' })
  values: Record<string, string>;
  @ApiProperty({ type: RejectDto, nullable: true }) problem: RejectDto | null;
}

/** One sort of rows of the file: most files have one. */
export class PreviewSheetDto {
  @ApiProperty() name: string;
  @ApiProperty({ enum: FACT_KINDS, nullable: true, description: 'Null where people have to say.' })
  kind: FactKind | null;
  @ApiProperty({ description: 'True where the format settles the kind.' }) kindIsSettled: boolean;
  @ApiProperty({ type: [PreviewColumnDto] }) columns: PreviewColumnDto[];
  @ApiProperty({ type: [TargetFieldDto] }) fields: TargetFieldDto[];
  @ApiProperty({ type: [DoubtDto] }) doubts: DoubtDto[];
  @ApiProperty({ type: [PreviewRowDto] }) rows: PreviewRowDto[];
}

/** How a file would be read, from its beginning: for people to look at, change and agree to. */
export class ImportPreviewDto {
  @ApiProperty({ type: FormatDto }) format: FormatDto;
  @ApiProperty({ description: 'True where the file itself shows its format.' }) recognised: boolean;
  @ApiProperty({ type: [FormatDto], description: 'Every format there is, to choose another.' }) formats: FormatDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Null for UTF-8.' }) encoding: string | null;
  @ApiProperty({ type: [EncodingChoiceDto], description: 'Asked where the file is not UTF-8; empty otherwise.' })
  encodings: EncodingChoiceDto[];
  @ApiProperty({ type: [String], description: 'Sheets of a workbook to choose from; empty for other files.' })
  workbookSheets: string[];
  @ApiProperty({ type: [PreviewSheetDto] }) sheets: PreviewSheetDto[];
  @ApiProperty({ type: Object, description: 'The mapping under which the rows above are read, as it can be kept.' })
  mapping: object;
  @ApiProperty({ description: 'True where the mapping is that of the source’s last file.' }) kept: boolean;
}

/** How many rows were set aside for one reason. */
export class RefusalCountDto {
  @ApiProperty({ type: String, nullable: true }) field: string | null;
  @ApiProperty() code: string;
  @ApiProperty() rows: number;
  @ApiProperty() exampleRow: number;
  @ApiProperty() exampleMessage: string;
}

/** One sending with what became of its rows: read = accepted + updated + unchanged + quarantined. */
export class ImportDto {
  @ApiProperty() id: string;
  @ApiProperty() source: string;
  @ApiProperty() sourceName: string;
  @ApiProperty({ enum: FACT_KINDS }) kind: FactKind;
  @ApiProperty({ type: String, nullable: true, description: 'The name of the file; null for rows sent by a machine.' })
  name: string | null;
  @ApiProperty({ enum: WAYS_IN }) way: WayIn;
  @ApiProperty({ enum: IMPORT_STATES }) state: ImportState;
  @ApiProperty({ description: 'Nothing is stored: the counts tell what would happen.' }) dryRun: boolean;
  @ApiProperty({ type: Number, nullable: true }) bytes: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Bytes of the file that have been read so far.' })
  bytesRead: number | null;
  @ApiProperty() read: number;
  @ApiProperty() accepted: number;
  @ApiProperty() updated: number;
  @ApiProperty() unchanged: number;
  @ApiProperty() quarantined: number;
  @ApiProperty({ type: [RefusalCountDto] }) refusals: RefusalCountDto[];
  @ApiProperty({ type: Object, description: 'Rows passed over, by reason in words: previews, tests, not sent in.' })
  passedOver: Record<string, number>;
  @ApiProperty({ type: Object, description: 'How many identifiers were masked in its rows, by detector; see masking.' })
  masked: Record<string, number>;
  @ApiProperty({ type: String, nullable: true, description: 'Why it failed and what to do.' }) failure: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Who began it; null for a machine.' }) startedBy:
    string | null;
  @ApiProperty() startedAt: string;
  @ApiProperty({ type: String, nullable: true }) finishedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) undoneAt: string | null;
  @ApiProperty({ description: 'Rows of an undone import that stayed, because somebody had gone on with them.' })
  kept: number;
  @ApiProperty({ description: 'True while it can be undone as a whole.' }) undoable: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Until when it can be undone; null where it cannot.' })
  undoableUntil: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The moment of its latest row, to find it on a dashboard.',
  })
  lastFactAt: string | null;
}

export class ImportsDto {
  @ApiProperty({ type: [ImportDto], description: 'The latest first.' }) imports: ImportDto[];
  @ApiProperty({ type: String, nullable: true, description: 'To ask for those before; null where there are none.' })
  next: string | null;
}

/** How the files of a source are read, as somebody agreed to it. */
export class SourceMappingDto {
  @ApiProperty() source: string;
  @ApiProperty({ enum: FACT_KINDS }) kind: FactKind;
  @ApiProperty({ description: 'To send back with a change.' }) version: number;
  @ApiProperty({ type: String, nullable: true, description: 'The format of the last file.' }) format: string | null;
  @ApiProperty({ type: Object }) mapping: object;
  @ApiProperty() savedAt: string;
  @ApiProperty() savedBy: string;
}
