import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import type { Where } from './dimension.ts';

/** "Which records is this mark made of?": the metric, span and filters of the mark, one page at a time. */
export class RecordsQueryDto {
  @ApiProperty({ example: 'csat', description: 'The metric of the mark; only records that count in it are listed.' })
  @IsString({ message: 'metric must be a metric code' })
  metric: string;

  @ApiProperty({ example: '2026-11-09' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'from must be a date like 2026-11-09' })
  from: string;

  @ApiProperty({ example: '2026-11-16', description: 'Exclusive.' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'to must be a date like 2026-11-16' })
  to: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } })
  @IsOptional()
  @IsObject({ message: 'where must be an object such as {"site": ["riverside"]}' })
  @Type(() => Object)
  where?: Where;

  @ApiPropertyOptional({ description: 'Only records with words in them (comment, narrative or review text).' })
  @IsOptional()
  withWords?: boolean;

  @ApiPropertyOptional({ description: 'The `next` of the page before.' })
  @IsOptional()
  @IsString({ message: 'cursor must be the next value of an earlier page' })
  cursor?: string;

  @ApiPropertyOptional({ default: 50, minimum: 1, maximum: 200 })
  @IsOptional()
  @IsInt({ message: 'limit must be a whole number' })
  @Min(1, { message: 'limit must be at least 1' })
  @Max(200, { message: 'limit must be at most 200' })
  limit?: number;
}

/** One record behind a number. Fields that do not apply to its kind are null. */
export class RecordDto {
  @ApiProperty({ description: 'Stable id of the fact.' }) id: string;
  @ApiProperty({ description: 'When it happened (answered, arrived, received, published).' }) at: string;
  @ApiProperty({ description: 'Code of the department.' }) department: string;
  @ApiProperty({ description: 'Code of the source it came from.' }) source: string;
  @ApiProperty({ type: String, nullable: true }) channel: string | null;
  @ApiProperty({ type: String, nullable: true }) language: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Comment, narrative or review text.' }) words:
    string | null;
  @ApiProperty({ type: Number, nullable: true }) csat: number | null;
  @ApiProperty({ type: Number, nullable: true }) nps: number | null;
  @ApiProperty({ type: String, nullable: true }) fft: string | null;
  @ApiProperty({ type: Number, nullable: true }) effort: number | null;
  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: { type: 'number' },
    description: 'Scores by touchpoint code.',
  })
  scores: Record<string, number> | null;
  @ApiProperty({ type: String, nullable: true }) waitKind: string | null;
  @ApiProperty({ type: Number, nullable: true }) waitMinutes: number | null;
  @ApiProperty({ type: Number, nullable: true }) promisedMinutes: number | null;
  @ApiProperty({ type: String, nullable: true }) outcome: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Number of the complaint.' }) complaintNumber:
    number | null;
  @ApiProperty({ type: String, nullable: true }) title: string | null;
  @ApiProperty({ type: String, nullable: true }) stage: string | null;
  @ApiProperty({ type: String, nullable: true }) severity: string | null;
  @ApiProperty({ type: [String], nullable: true }) subjects: string[] | null;
  @ApiProperty({ type: String, nullable: true }) platform: string | null;
  @ApiProperty({ type: Number, nullable: true }) stars: number | null;
  @ApiProperty({ type: Boolean, nullable: true }) recommends: boolean | null;
  @ApiProperty({ type: String, nullable: true }) reply: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of monthly counts: where patients were asked.' })
  collection: string | null;
  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: { type: 'number' },
    description: 'Of monthly counts: how many gave each answer of the Friends and Family Test.',
  })
  answers: Record<string, number> | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Of monthly counts: how many could have answered.' })
  eligible: number | null;
}

export class RecordsPageDto {
  @ApiProperty({ description: 'The kind of records listed.' }) facts: string;
  @ApiProperty({
    description:
      'How many there are in all; equals the n of the mark. With `withWords`, for scores of several touchpoints at once (a response is listed once), and for monthly counts (a row stands for many answers), they are counted up to 10,000.',
  })
  total: number;
  @ApiProperty({ type: [RecordDto], description: 'Newest first.' }) rows: RecordDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page; null on the last.' }) next:
    string | null;
}
