import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength, MinLength } from 'class-validator';

/** What can be held about a patient: rows of four kinds, what happened to complaints, and rows that were set aside. */
export const HELD_KINDS = [
  'survey-responses',
  'waits',
  'complaints',
  'complaint-events',
  'reviews',
  'quarantine',
] as const;
export type HeldKind = (typeof HELD_KINDS)[number];

const LONGEST_REASON = 300;

/** The identifier a patient gives: the one their visits came in with. */
export class PatientDto {
  @ApiProperty({ example: 'MRN-204417', maxLength: 200 })
  @IsString({ message: 'identifier must be the text the patient’s visits came in with' })
  @Matches(/\S/, { message: 'identifier must say something: give the number the patient’s visits came in with' })
  @MaxLength(200, { message: 'identifier may be at most 200 characters long' })
  identifier: string;
}

export class PatientErasureDto extends PatientDto {
  @ApiProperty({ description: 'Why; it stays on the audit trail, so it must not name the patient.', maxLength: 300 })
  @IsString({ message: 'reason must be a text' })
  @MinLength(3, { message: 'reason must say why: who asked for it, and when' })
  @MaxLength(LONGEST_REASON, { message: `reason may be at most ${LONGEST_REASON} characters long` })
  reason: string;
}

/** How much is held of one kind, and from when to when. */
export class HeldKindDto {
  @ApiProperty({ enum: HELD_KINDS, enumName: 'HeldKind' }) kind: HeldKind;
  @ApiProperty() rows: number;
  @ApiProperty({ type: String, nullable: true, example: '2026-03-02' }) from: string | null;
  @ApiProperty({ type: String, nullable: true, example: '2026-11-20', description: 'Inclusive.' }) to: string | null;
}

/** What is held about one patient, in numbers; no words. */
export class HeldDto {
  @ApiProperty({ type: [HeldKindDto] }) kinds: HeldKindDto[];
  @ApiProperty({ description: 'Other records in whose words the identifier stands; they are not this patient’s own.' })
  mentions: number;
}

/** Something that happened to a complaint. */
export class HeldEventDto {
  @ApiProperty() happenedAt: string;
  @ApiProperty({ type: String, nullable: true }) stage: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, nullable: true }) actor: string | null;
}

/** One row held about the patient, with everything it says. */
export class HeldRecordDto {
  @ApiProperty({ enum: HELD_KINDS, enumName: 'HeldKind' }) kind: HeldKind;
  @ApiProperty({ description: 'The system it came from.' }) source: string;
  @ApiProperty({ description: 'Its id there.' }) externalId: string;
  @ApiProperty() site: string;
  @ApiProperty() department: string;
  @ApiProperty({ description: 'When it happened.' }) at: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'By the field’s name, as it is sent to ingest.',
  })
  said: Record<string, unknown>;
  @ApiProperty({ type: [HeldEventDto], description: 'Of a complaint.' }) events: HeldEventDto[];
}

/** A row that was refused and set aside, in whose text the identifier stands. */
export class SetAsideDto {
  @ApiProperty() source: string;
  @ApiProperty() kind: string;
  @ApiProperty() seenAt: string;
  @ApiProperty({ description: 'Why it was refused.' }) reason: string;
  @ApiProperty({ description: 'As it came.' }) raw: string;
}

/** Another record in whose words the identifier stands: to be looked at, it may be somebody else’s. */
export class MentionDto {
  @ApiProperty({ enum: HELD_KINDS, enumName: 'HeldKind' }) kind: HeldKind;
  @ApiProperty() source: string;
  @ApiProperty() externalId: string;
  @ApiProperty({ type: Number, nullable: true }) complaintNumber: number | null;
  @ApiProperty() on: string;
}

/** Everything held about one patient. */
export class HeldExportDto {
  @ApiProperty() organisation: string;
  @ApiProperty() madeAt: string;
  @ApiProperty({ type: [HeldRecordDto], description: 'Oldest first.' }) records: HeldRecordDto[];
  @ApiProperty({ type: [SetAsideDto] }) setAside: SetAsideDto[];
  @ApiProperty({ type: [MentionDto], description: 'The first 200.' }) mentions: MentionDto[];
  @ApiProperty({ description: 'What this export cannot find by itself, and how to look for it.' }) alsoLookFor: string;
}

export class PatientExportDto {
  @ApiProperty({ type: HeldExportDto }) held: HeldExportDto;
  @ApiProperty({ description: 'The same as plain text, laid out to be printed.' }) text: string;
}
