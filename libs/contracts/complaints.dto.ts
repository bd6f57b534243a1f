import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { STAGES, type Stage } from '#domain/complaint-stage.ts';

/** What the queue shows of one complaint. */
export class ComplaintSummaryDto {
  @ApiProperty({ description: 'Number within the organisation, written C-2291.' }) number: number;
  @ApiProperty() title: string;
  @ApiProperty() department: string;
  @ApiProperty({ type: String, nullable: true }) touchpoint: string | null;
  @ApiProperty() channel: string;
  @ApiProperty() severity: string;
  @ApiProperty({ type: [String] }) subjects: string[];
  @ApiProperty({ enum: STAGES.codes }) stage: Stage;
  @ApiProperty() receivedAt: string;
  @ApiProperty({ description: 'Since when it is in this stage.' }) stageSince: string;
  @ApiProperty({ description: 'Working days since it was received; up to its closing once closed.' })
  ageWorkingDays: number;
  @ApiProperty({
    type: String,
    nullable: true,
    enum: ['acknowledge', 'answer'],
    description: 'What is due next; null once closed.',
  })
  due: 'acknowledge' | 'answer' | null;
  @ApiProperty({ type: String, nullable: true, description: 'By when, in the site’s calendar.' }) dueOn: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Working days left; negative when overdue.' })
  dueInWorkingDays: number | null;
  @ApiProperty({ description: 'Where the complaint may go next.', enum: STAGES.codes, isArray: true }) moves: Stage[];
}

export class ComplaintEventDto {
  @ApiProperty() id: string;
  @ApiProperty() happenedAt: string;
  @ApiProperty({
    type: String,
    nullable: true,
    enum: STAGES.codes,
    description: 'The stage moved to; null for a note.',
  })
  stage: Stage | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, nullable: true }) actor: string | null;
}

export class ComplaintDto extends ComplaintSummaryDto {
  @ApiProperty({ description: 'Stable id of the record, by which the audit trail knows it.' }) id: string;
  @ApiProperty({ type: String, nullable: true }) narrative: string | null;
  @ApiProperty({ type: String, nullable: true }) language: string | null;
  @ApiProperty() source: string;
  @ApiProperty({ description: 'Acknowledge by this date.' }) acknowledgeDueOn: string;
  @ApiProperty({ description: 'Tell the patient the answer by this date.' }) answerDueOn: string;
  @ApiProperty({ type: [ComplaintEventDto], description: 'Oldest first, beginning with its receipt.' })
  history: ComplaintEventDto[];
  @ApiProperty({ description: 'Version to send back with a move, so that two people cannot overwrite each other.' })
  version: number;
}

export class ComplaintCountsDto {
  @ApiProperty() open: number;
  @ApiProperty() overdue: number;
  @ApiProperty({ description: 'Due within three working days, not overdue.' }) dueSoon: number;
  @ApiProperty() closed: number;
}

export class ComplaintsPageDto {
  @ApiProperty({ type: ComplaintCountsDto }) counts: ComplaintCountsDto;
  @ApiProperty({ description: 'How many match the filter.' }) total: number;
  @ApiProperty({ type: [ComplaintSummaryDto], description: 'What is due first comes first; closed ones newest first.' })
  rows: ComplaintSummaryDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export const COMPLAINT_VIEWS = ['open', 'overdue', 'due-soon', 'closed', 'all'] as const;
export type ComplaintView = (typeof COMPLAINT_VIEWS)[number];

/** A step of the closed loop: a move along the stage table with a note, or a note alone. */
export class ComplaintStepDto {
  @ApiPropertyOptional({ enum: STAGES.codes, description: 'The stage to move to; left out for a note alone.' })
  @IsOptional()
  @IsIn(STAGES.codes, { message: `stage must be one of ${STAGES.codes.join(', ')}` })
  stage?: Stage;

  @ApiPropertyOptional({ description: 'What was done, found or said. A note alone needs words.' })
  @ValidateIf((step: ComplaintStepDto) => step.stage === undefined || step.note !== undefined)
  @IsString({ message: 'note must say what was done' })
  @MaxLength(20_000, { message: 'note may be at most 20,000 characters long' })
  note?: string;

  @ApiPropertyOptional({
    description: 'The version read; a 409 tells that somebody else moved the complaint meanwhile.',
  })
  @IsOptional()
  @IsInt({ message: 'version must be the whole number read with the complaint' })
  version?: number;
}
