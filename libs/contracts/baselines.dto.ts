import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { CODE } from '#domain/code.ts';
import { BASELINE_KINDS, type BaselineKind } from '#metrics/baseline-stretches.ts';
import type { Where } from './dimension.ts';

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

const GROUP = {
  type: 'object',
  additionalProperties: { type: 'array', items: { type: 'string' } },
  example: { department: ['emergency'] },
} as const;

/** What is to be said of the baseline of a metric in a group. */
export class BaselineSayingDto {
  @ApiProperty({ example: 'csat' })
  @IsString({ message: 'metric must be the code of a metric' })
  metric: string;

  @ApiPropertyOptional({ ...GROUP, description: 'The group, as a filter names it; left out, the whole organisation.' })
  @IsOptional()
  @IsObject({ message: 'where must be an object such as {"department": ["emergency"]}' })
  @Type(() => Object)
  where?: Where;

  @ApiProperty({
    enum: BASELINE_KINDS,
    description: 'frozen: these weeks are the baseline. rebased: something changed, and a new baseline begins.',
  })
  @IsIn(BASELINE_KINDS, { message: `kind must be one of ${BASELINE_KINDS.join(', ')}` })
  kind: BaselineKind;

  @ApiProperty({ example: '2026-01-05', description: 'First Monday of the baseline, or the date of the change.' })
  @Matches(CALENDAR_DATE, { message: 'from must be a date like 2026-01-05' })
  from: string;

  @ApiPropertyOptional({ example: '2026-07-06', description: 'Only of a frozen one: the Monday after its last week.' })
  @IsOptional()
  @Matches(CALENDAR_DATE, { message: 'to must be a date like 2026-07-06' })
  to?: string;

  @ApiProperty({ minLength: 3, maxLength: 200, description: 'Why: readers see it at the chart. Name no patient.' })
  @IsString({ message: 'note must say why' })
  @MinLength(3, { message: 'note must say why' })
  @MaxLength(200, { message: 'note may be at most 200 characters long' })
  note: string;
}

/** What was said of a baseline, by whom and when. */
export class BaselineDto {
  @ApiProperty() id: string;
  @ApiProperty({ example: 'csat' }) metric: string;
  @ApiProperty(GROUP) where: Where;
  @ApiProperty({ enum: BASELINE_KINDS }) kind: BaselineKind;
  @ApiProperty() from: string;
  @ApiProperty({ type: String, nullable: true }) to: string | null;
  @ApiProperty() note: string;
  @ApiProperty() saidAt: string;
  @ApiProperty() saidBy: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null while it holds.' }) takenBackAt: string | null;
  @ApiProperty({ type: String, nullable: true }) takenBackBy: string | null;
}

export class BaselinesDto {
  @ApiProperty({ type: [BaselineDto], description: 'Newest first; what was taken back too.' })
  baselines: BaselineDto[];
}

/** Whose baselines are asked for. */
export class BaselinesQueryDto {
  @ApiProperty({ example: 'csat', pattern: CODE.source })
  @Matches(CODE, { message: 'metric must be a code from GET /api/v1/metrics' })
  metric: string;
}
