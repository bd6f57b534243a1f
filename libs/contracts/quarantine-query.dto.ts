import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { FACT_KINDS, type FactKind } from './ingest/fact-kind.ts';
import { ENTRY_STATES, type EntryState } from './quarantine.dto.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SOURCE = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const REASON = /^[a-z0-9-]{1,60}$/;
const CURSOR = /^[A-Za-z0-9_-]{1,120}$/;
/** So many rows can be named one by one; more go by what they have in common. */
const MOST_IDS = 1_000;

/** Which rows that were set aside: what they have in common, joined by "and". */
export class QuarantineFilterDto {
  @ApiPropertyOptional({ pattern: SOURCE.source, description: 'Code of the source they came from.' })
  @IsOptional()
  @Matches(SOURCE, { message: 'source must be the code of a source' })
  @MaxLength(60, { message: 'source may be at most 60 characters long' })
  source?: string;

  @ApiPropertyOptional({ enum: FACT_KINDS })
  @IsOptional()
  @IsIn(FACT_KINDS, { message: `kind must be one of ${FACT_KINDS.join(', ')}` })
  kind?: FactKind;

  @ApiPropertyOptional({ format: 'uuid', description: 'The import that set them aside, or drove them in again.' })
  @IsOptional()
  @Matches(ID, { message: 'import must be the id of an import' })
  import?: string;

  @ApiPropertyOptional({ pattern: REASON.source, example: 'unknown-department' })
  @IsOptional()
  @Matches(REASON, { message: 'code must be the code of a reason, like unknown-department' })
  code?: string;

  @ApiPropertyOptional({ description: 'The field at fault.' })
  @IsOptional()
  @IsString({ message: 'field must be the name of a field' })
  @MaxLength(100, { message: 'field may be at most 100 characters long' })
  field?: string;

  @ApiPropertyOptional({ description: 'Those in which no one field is at fault, but the whole row.' })
  @IsOptional()
  @IsBoolean({ message: 'wholeRow must be true or false' })
  wholeRow?: boolean;

  @ApiPropertyOptional({ description: 'What they say in the field at fault.' })
  @IsOptional()
  @IsString({ message: 'said must be the text in the field at fault' })
  @MaxLength(200, { message: 'said may be at most 200 characters long' })
  said?: string;

  @ApiPropertyOptional({ enum: ENTRY_STATES, description: 'open when left out.' })
  @IsOptional()
  @IsIn(ENTRY_STATES, { message: `state must be one of ${ENTRY_STATES.join(', ')}` })
  state?: EntryState;
}

export class QuarantineSearchDto extends QuarantineFilterDto {
  @ApiPropertyOptional({ pattern: CURSOR.source, description: 'The `next` of the page before.' })
  @IsOptional()
  @Matches(CURSOR, { message: 'cursor must be the next value of an earlier page' })
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, description: '50 when left out.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'limit must be a whole number' })
  @Min(1, { message: 'limit must be at least 1' })
  @Max(200, { message: 'limit must be at most 200' })
  limit?: number;
}

/** Rows named one by one, or all that a filter finds. */
export class QuarantineRowsDto extends QuarantineFilterDto {
  @ApiPropertyOptional({
    type: [String],
    description: `At most ${MOST_IDS} rows; left out, all that the filter finds.`,
  })
  @IsOptional()
  @IsArray({ message: 'ids must be a list' })
  @ArrayMaxSize(MOST_IDS, { message: `ids may name at most ${MOST_IDS} rows` })
  @Matches(ID, { each: true, message: 'ids must be ids of rows' })
  ids?: string[];
}

/** What people put in the place of what a row says: field by field, null for "not known". */
export class MendDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { department: 'ward-4b', 'scores.check-in': 4 },
    description: 'Field → value. What was mended before and is not named stays.',
  })
  @IsObject({ message: 'values must be an object of fields and values' })
  values: Record<string, unknown>;

  @ApiPropertyOptional({ type: [String], description: 'Fields that are to say again what came.' })
  @IsOptional()
  @IsArray({ message: 'asCame must be a list of fields' })
  @ArrayMaxSize(200, { message: 'asCame may name at most 200 fields' })
  @IsString({ each: true, message: 'asCame must be a list of fields' })
  asCame?: string[];

  @ApiPropertyOptional({ description: 'The version that was read: a change somebody else made since is not undone.' })
  @IsOptional()
  @IsString({ message: 'version must be the version that was read' })
  @MaxLength(40, { message: 'version may be at most 40 characters long' })
  version?: string;
}

export class RedriveAskedDto extends QuarantineRowsDto {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    example: { values: { department: { 'Herz-Zentrum': 'cardiology' } } },
    description:
      'A mapping laid over the one these rows were read by, as docs/importing.md describes it. Of rows that came as JSON its values hold.',
  })
  @IsOptional()
  @IsObject({ message: 'mapping must be an object' })
  mapping?: Record<string, unknown>;
}

/** Imports that drive rows in again. */
export class StopRedrivesDto {
  @ApiProperty({ type: [String] })
  @IsArray({ message: 'imports must be a list' })
  @ArrayMaxSize(100, { message: 'imports may name at most 100' })
  @Matches(ID, { each: true, message: 'imports must be ids of imports' })
  imports: string[];
}

export class DismissDto extends QuarantineRowsDto {
  @ApiProperty({ description: 'Why these rows stay out.' })
  @IsString({ message: 'reason must say why these rows stay out' })
  @Matches(/\S/, { message: 'reason must say why these rows stay out' })
  @MaxLength(500, { message: 'reason may be at most 500 characters long' })
  reason: string;
}
