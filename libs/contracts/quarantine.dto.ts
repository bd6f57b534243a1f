import { ApiProperty } from '@nestjs/swagger';
import { TargetFieldDto } from './imports.dto.ts';
import { FACT_KINDS, type FactKind } from './ingest/fact-kind.ts';

/** Where a row that was set aside is: waiting, done with, or left out for good. */
export const ENTRY_STATES = ['open', 'settled', 'dismissed'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** Rows of one source that were set aside for one reason. */
export class QuarantineReasonDto {
  @ApiProperty() source: string;
  @ApiProperty() sourceName: string;
  @ApiProperty({ enum: FACT_KINDS }) kind: FactKind;
  @ApiProperty({ type: String, nullable: true, description: 'The field at fault; null when the whole row is.' })
  field: string | null;
  @ApiProperty({ example: 'unknown-department' }) code: string;
  @ApiProperty() rows: number;
  @ApiProperty({ description: 'When the first of them was seen.' }) oldestAt: string;
  @ApiProperty({ description: 'When the last of them was seen.' }) newestAt: string;
  @ApiProperty({ description: 'The reason and the remedy in words, as one of the rows has it.' }) message: string;
}

export class QuarantineReasonsDto {
  @ApiProperty({ type: [QuarantineReasonDto], description: 'Those with the most rows first.' })
  reasons: QuarantineReasonDto[];
  @ApiProperty({ description: 'Rows that wait.' }) open: number;
  @ApiProperty() dismissed: number;
  @ApiProperty() settled: number;
  @ApiProperty({ type: Number, nullable: true, description: 'For so many days rows are kept; null for good.' })
  keptDays: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'When the oldest row that waits is let go.' })
  nextGoesAt: string | null;
  @ApiProperty({ description: 'How many rows that wait are let go within the next seven days.' }) goingSoon: number;
}

/** A row that was set aside, as lists show it. */
export class QuarantineRowDto {
  @ApiProperty() id: string;
  @ApiProperty() import: string;
  @ApiProperty({ type: String, nullable: true, description: 'The name of the file; null for rows sent by a machine.' })
  file: string | null;
  @ApiProperty() source: string;
  @ApiProperty({ enum: FACT_KINDS }) kind: FactKind;
  @ApiProperty({ description: 'Its line in the file, or its position in what was sent.' }) row: number;
  @ApiProperty({ type: String, nullable: true }) field: string | null;
  @ApiProperty() code: string;
  @ApiProperty() message: string;
  @ApiProperty({ type: String, nullable: true, description: 'What it says in the field at fault, if that is short.' })
  said: string | null;
  @ApiProperty() seenAt: string;
  @ApiProperty({ enum: ENTRY_STATES }) state: EntryState;
  @ApiProperty({
    type: String,
    nullable: true,
    enum: ['stored', 'newer'],
    description: 'How it was settled: it went in, or a newer row of the same id took its place.',
  })
  how: 'stored' | 'newer' | null;
  @ApiProperty({ type: String, nullable: true, description: 'Since when it is in this state; null while it waits.' })
  stateAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was left out, in the words of who did so.' })
  reason: string | null;
  @ApiProperty({ description: 'True where people have mended it.' }) mended: boolean;
}

export class QuarantinePageDto {
  @ApiProperty() total: number;
  @ApiProperty({ type: [QuarantineRowDto], description: 'Those seen last first.' }) rows: QuarantineRowDto[];
  @ApiProperty({ type: String, nullable: true, description: 'To ask for the next page; null on the last.' })
  next: string | null;
}

/** What is wrong with a row: the field at fault, a stable code, the remedy. */
export class FaultDto {
  @ApiProperty({ type: String, nullable: true }) field: string | null;
  @ApiProperty() code: string;
  @ApiProperty() message: string;
}

/** A field of a row that was set aside: what it may hold, and what it says. */
export class QuarantineFieldDto extends TargetFieldDto {
  @ApiProperty({ type: String, nullable: true, description: 'The column that feeds it; null where none does.' })
  column: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What stands in that column.' }) cell: string | null;
  @ApiProperty({
    nullable: true,
    oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'array', items: { type: 'string' } }],
    description: 'What it stands for; null where it says nothing that can be read.',
  })
  value: string | number | boolean | string[] | null;
  @ApiProperty({ description: 'True where people have put it so.' }) mended: boolean;
}

/** A row that was set aside, whole. */
export class QuarantineEntryDto extends QuarantineRowDto {
  @ApiProperty({ description: 'The text as it came.' }) raw: string;
  @ApiProperty({ description: 'Its source takes back a row with it.' }) retracts: boolean;
  @ApiProperty({ type: [QuarantineFieldDto] }) fields: QuarantineFieldDto[];
  @ApiProperty({
    type: [FaultDto],
    description: 'What is still wrong with it as it stands; empty where it would go in.',
  })
  faults: FaultDto[];
  @ApiProperty({ description: 'How many further rows that wait say the same in the same field for the same reason.' })
  alike: number;
  @ApiProperty({ description: 'True where a mapping reads it, which can be mended for all rows like it.' })
  mapped: boolean;
  @ApiProperty({ description: 'To send back with a change.' }) version: string;
}

/** Where driving rows in again is: `stopped` was asked to end, `failed` could not go on and says why. */
export const REDRIVE_STATES = ['waiting', 'running', 'done', 'stopped', 'failed'] as const;

/** One import that driving rows in again made. */
export class RedriveDto {
  @ApiProperty({ description: 'The import: as one it is listed, and undone.' }) import: string;
  @ApiProperty() source: string;
  @ApiProperty({ enum: FACT_KINDS }) kind: FactKind;
  @ApiProperty({ description: 'Rows that are driven in again.' }) rows: number;
  @ApiProperty({ enum: REDRIVE_STATES }) state: string;
  @ApiProperty({ description: 'True once it is over: the counts below are then final.' }) done: boolean;
  @ApiProperty({ description: 'True where somebody has asked it to end.' }) stopping: boolean;
  @ApiProperty() accepted: number;
  @ApiProperty() updated: number;
  @ApiProperty({ description: 'Rows that somebody else had settled meanwhile, or that were there as they are.' })
  unchanged: number;
  @ApiProperty({ description: 'Rows that still cannot go in: they wait on, each with the reason that holds now.' })
  quarantined: number;
  @ApiProperty({ type: String, nullable: true, description: 'Why it could not go on.' }) failure: string | null;
  @ApiProperty({ type: String, nullable: true }) startedBy: string | null;
  @ApiProperty() startedAt: string;
  @ApiProperty({ type: String, nullable: true }) finishedAt: string | null;
}

export class RedrivesDto {
  @ApiProperty({ type: [RedriveDto] }) imports: RedriveDto[];
  @ApiProperty({ description: 'Rows named that do not wait any more: they are in, or a newer row took their place.' })
  left: number;
}

export class LatestRedrivesDto {
  @ApiProperty({ type: [RedriveDto], description: 'Those begun last first.' }) imports: RedriveDto[];
}

export class ChangedRowsDto {
  @ApiProperty({ description: 'How many rows were changed.' }) rows: number;
}
