import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** Ids of rows come from a hash, so they name no version of uuid. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const ACTION = /^[a-z.-]{1,60}$/;
const KIND = /^[a-z-]{1,40}$/;
/** Numbers, ids and codes: what the trail names things by. */
const SUBJECT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;
const CURSOR = /^\d{1,15}$/;

/** A span of whole days in the organisation's time zone. */
export class AuditSpanDto {
  @ApiPropertyOptional({ example: '2026-11-01', format: 'date', description: 'The first day.' })
  @IsOptional()
  @Matches(DATE, { message: 'from must be a date like 2026-11-01' })
  @IsISO8601({ strict: true }, { message: 'from must be a day that exists' })
  from?: string;

  @ApiPropertyOptional({ example: '2026-12-01', format: 'date', description: 'The day after the last one.' })
  @IsOptional()
  @Matches(DATE, { message: 'to must be a date like 2026-12-01' })
  @IsISO8601({ strict: true }, { message: 'to must be a day that exists' })
  to?: string;
}

/** Which events to list. Filters are joined by "and". */
export class AuditQueryDto extends AuditSpanDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Of the account or the key that acted.' })
  @IsOptional()
  @Matches(ID, { message: 'actor must be the id of an account or a key' })
  actor?: string;

  @ApiPropertyOptional({
    example: 'complaint',
    pattern: ACTION.source,
    description: 'An action, or how its name begins.',
  })
  @IsOptional()
  @Matches(ACTION, { message: 'action must be an action like complaint.read, or how one begins' })
  action?: string;

  @ApiPropertyOptional({ example: 'complaint', pattern: KIND.source })
  @IsOptional()
  @Matches(KIND, { message: 'subjectKind must be a kind like account or source' })
  subjectKind?: string;

  @ApiPropertyOptional({
    example: '2291',
    pattern: SUBJECT.source,
    description: 'The number, id or code it is known by.',
  })
  @IsOptional()
  @Matches(SUBJECT, { message: 'subject must be a number, an id or a code that the trail tells' })
  subject?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Who saw, changed or erased this record.' })
  @IsOptional()
  @Matches(ID, { message: 'record must be the id of a record' })
  record?: string;

  @ApiPropertyOptional({ pattern: CURSOR.source, description: 'The `next` of the page before.' })
  @IsOptional()
  @Matches(CURSOR, { message: 'cursor must be the next value of an earlier page' })
  cursor?: string;

  @ApiPropertyOptional({ default: 50, minimum: 1, maximum: 200 })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'limit must be a whole number' })
  @Min(1, { message: 'limit must be at least 1' })
  @Max(200, { message: 'limit must be at most 200' })
  limit?: number;
}

/** The same with part of a name, which may be anybody's: it travels in a body, never in an address. */
export class AuditSearchDto extends AuditQueryDto {
  @ApiPropertyOptional({ description: 'Part of the name of who acted, or of what it was done to.' })
  @IsOptional()
  @IsString({ message: 'q must be part of a name' })
  @MaxLength(100, { message: 'q may be at most 100 characters long' })
  q?: string;
}

/** Whose reading is looked into, and when. */
export class BreachQueryDto {
  @ApiProperty({ format: 'uuid', description: 'Of the account or the key.' })
  @Matches(ID, { message: 'actor must be the id of an account or a key' })
  actor: string;

  @ApiProperty({
    example: '2026-11-01',
    format: 'date',
    description: 'The first day, in the organisation’s time zone.',
  })
  @Matches(DATE, { message: 'from must be a date like 2026-11-01' })
  @IsISO8601({ strict: true }, { message: 'from must be a day that exists' })
  from: string;

  @ApiProperty({ example: '2026-12-01', format: 'date', description: 'The day after the last one.' })
  @Matches(DATE, { message: 'to must be a date like 2026-12-01' })
  @IsISO8601({ strict: true }, { message: 'to must be a day that exists' })
  to: string;
}

export const BREACH_FORMATS = ['csv', 'json'] as const;

export class BreachFileQueryDto extends BreachQueryDto {
  @ApiProperty({ enum: BREACH_FORMATS })
  @IsIn(BREACH_FORMATS, { message: `format must be one of ${BREACH_FORMATS.join(', ')}` })
  format: (typeof BREACH_FORMATS)[number];
}
