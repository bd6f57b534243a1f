import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { FACT_KINDS, type FactKind } from '#contracts/ingest/fact-kind.ts';
import { FORMATS } from '../ingest/formats/formats.ts';
import { SOURCE_CODE } from '../ingest/source-code.ts';

const FORMAT_CODES = FORMATS.map(({ code }) => code);
const SOURCE_MESSAGE =
  'source must name where the rows come from, in letters, digits, dots, hyphens and underscores, like exit-survey';

/** Which file, of which source, and how it is to be read. */
class FileWishDto {
  @ApiProperty({ format: 'uuid', description: 'A file that is here as a whole.' })
  @IsUUID('all', { message: 'uploadId must be the id of a file that was sent' })
  uploadId: string;

  @ApiProperty({ example: 'exit-survey', description: 'The system the rows come from.' })
  @Matches(SOURCE_CODE, { message: SOURCE_MESSAGE })
  @MaxLength(60, { message: 'source may be at most 60 characters long' })
  source: string;

  @ApiPropertyOptional({ enum: FACT_KINDS, description: 'What its rows are, where the format does not settle it.' })
  @IsOptional()
  @IsIn(FACT_KINDS, { message: `kind must be one of ${FACT_KINDS.join(', ')}` })
  kind?: FactKind;

  @ApiPropertyOptional({ enum: FORMAT_CODES, description: 'What wrote it; what the file itself shows when left out.' })
  @IsOptional()
  @IsIn(FORMAT_CODES, { message: `format must be one of ${FORMAT_CODES.join(', ')}` })
  format?: string;

  @ApiPropertyOptional({ example: 'windows-874', description: 'Its encoding, where that is not UTF-8.' })
  @IsOptional()
  @Matches(/^[\w.:-]{1,40}$/, { message: 'encoding must be the name of one, like windows-874' })
  encoding?: string;

  @ApiPropertyOptional({ example: ';', description: 'What stands between columns; found when left out.' })
  @IsOptional()
  @Matches(/^[^"\r\n]$/u, { message: 'delimiter must be one character' })
  delimiter?: string;

  @ApiPropertyOptional({ description: 'The sheet of a workbook; the first that is not hidden when left out.' })
  @IsOptional()
  @IsString({ message: 'sheet must be the name of one' })
  @MaxLength(200, { message: 'sheet may be at most 200 characters long' })
  sheet?: string;

  @ApiPropertyOptional({ description: 'Takes answers too that were begun and never sent in.' })
  @IsOptional()
  @IsBoolean({ message: 'unfinished must be true or false' })
  unfinished?: boolean;
}

/** A file that somebody wants to see as it would be read. */
export class PreviewWishDto extends FileWishDto {
  @ApiPropertyOptional({ type: Object, description: 'The mapping to read it under; one is proposed when left out.' })
  @IsOptional()
  @IsObject({ message: 'mapping must be an object' })
  mapping?: object;

  @ApiPropertyOptional({ description: 'Reads it as the last file of the source was read, where there was one.' })
  @IsOptional()
  @IsBoolean({ message: 'useKept must be true or false' })
  useKept?: boolean;
}

/** A file whose rows are to come in. */
export class NewImportDto extends FileWishDto {
  @ApiPropertyOptional({ description: 'What people call the source, should it be a new one.' })
  @IsOptional()
  @IsString({ message: 'sourceName must say what the source is' })
  @MaxLength(120, { message: 'sourceName may be at most 120 characters long' })
  sourceName?: string;

  @ApiProperty({ type: Object, description: 'How its columns become fields, as the preview tells it.' })
  @IsObject({ message: 'mapping must be an object' })
  mapping: object;

  @ApiPropertyOptional({ description: 'Stores nothing and counts what would happen.' })
  @IsOptional()
  @IsBoolean({ message: 'dryRun must be true or false' })
  dryRun?: boolean;
}

const MOST_AT_ONCE = 200;

export class ImportsQueryDto {
  @ApiPropertyOptional({ example: 'exit-survey', pattern: SOURCE_CODE.source, description: 'Those of one source.' })
  @IsOptional()
  @Matches(SOURCE_CODE, { message: SOURCE_MESSAGE })
  source?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Those before this one.' })
  @IsOptional()
  @IsUUID('all', { message: 'before must be the id of an import' })
  before?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MOST_AT_ONCE, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: `limit must be a number from 1 to ${MOST_AT_ONCE}` })
  @Min(1, { message: `limit must be a number from 1 to ${MOST_AT_ONCE}` })
  @Max(MOST_AT_ONCE, { message: `limit must be a number from 1 to ${MOST_AT_ONCE}` })
  limit = 50;
}
