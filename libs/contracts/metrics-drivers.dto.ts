import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, Matches } from 'class-validator';
import { WITHHELD_REASONS, type WithheldReason } from '#metrics/vocabulary.ts';
import type { Where } from './dimension.ts';
import { FreshnessDto, MetricPointDto } from './metric-answer.dto.ts';

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;
const NULLABLE_NUMBER = { type: Number, nullable: true } as const;

/** How the interval of a relation was reckoned: draws of whole blocks of replies, or errors that hold within blocks. */
export const RELATION_METHODS = ['block-bootstrap95', 'cluster-robust95'] as const;
export type RelationMethod = (typeof RELATION_METHODS)[number];

/** Why a relation is not told although nothing has to be hidden. */
export const UNTOLD_REASONS = ['too-few', 'never-varies', 'beyond-twelve', 'inconsistent'] as const;
export type UntoldReason = (typeof UNTOLD_REASONS)[number];

/** What moves what, in these dates, for these patients. */
export class RelationQueryDto {
  @ApiProperty({ example: '2026-08-17', description: 'First date, inclusive, in each site’s own time zone.' })
  @Matches(CALENDAR_DATE, { message: 'from must be a date like 2026-10-05' })
  from: string;

  @ApiProperty({ example: '2026-11-16', description: 'Last date, exclusive.' })
  @Matches(CALENDAR_DATE, { message: 'to must be a date like 2026-11-16' })
  to: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    example: { site: ['riverside'] },
    description: 'Filters: a dimension and the values to keep.',
  })
  @IsOptional()
  @IsObject({ message: 'where must be an object such as {"site": ["riverside"]}' })
  @Type(() => Object)
  where?: Where;
}

/** How strongly two things go together, with what is needed to believe it. Never a cause by itself. */
export class RelationDto {
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Null when it is withheld or cannot be told.' })
  value: number | null;

  @ApiProperty({
    ...NULLABLE_NUMBER,
    description: 'How many replies it rests on, rounded down to tens; null where the value is.',
  })
  n: number | null;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Lower end of the 95 % interval.' })
  low: number | null;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Upper end of the 95 % interval.' })
  high: number | null;

  @ApiProperty({ enum: RELATION_METHODS, description: 'How the interval was reckoned.' })
  method: RelationMethod;

  @ApiProperty({ enum: WITHHELD_REASONS, nullable: true, description: 'Why it is hidden; null when it is not.' })
  withheld: WithheldReason | null;

  @ApiProperty({ enum: UNTOLD_REASONS, nullable: true, description: 'Why it cannot be told; null when it can.' })
  untold: UntoldReason | null;

  @ApiProperty({
    ...NULLABLE_NUMBER,
    description: 'About how many more replies would do, rounded up to tens; null unless too few is the reason.',
  })
  needed: number | null;
}

/** What a relation rests on. */
export class RelationBasisDto {
  @ApiProperty({ description: 'First date asked for.' })
  from: string;

  @ApiProperty({ description: 'Last date asked for, exclusive.' })
  to: string;

  @ApiProperty({ description: 'First date of the replies read: later than `from` where there are more than are read.' })
  readFrom: string;

  @ApiProperty({ description: 'True where only the newest replies (at most 50,000) were read.' })
  limited: boolean;

  @ApiProperty({ type: FreshnessDto })
  freshness: FreshnessDto;
}

export class DriverDto {
  @ApiProperty({ description: 'Code of the touchpoint.' })
  touchpoint: string;

  @ApiProperty({
    type: RelationDto,
    description:
      'Importance: percent of what all touchpoints together explain of the overall score (LMG shares of R²).',
  })
  importance: RelationDto;

  @ApiProperty({ type: MetricPointDto, description: 'Performance: CSAT at the touchpoint.' })
  performance: MetricPointDto;
}

/** Which touchpoint's score moves the overall score most. */
export class DriversAnswerDto extends RelationBasisDto {
  @ApiProperty({
    type: RelationDto,
    description: 'Percent of the variance of the overall score (1–5) that the touchpoints explain together (R²).',
  })
  explained: RelationDto;

  @ApiProperty({ type: MetricPointDto, nullable: true, description: 'CSAT of the visit as a whole.' })
  overall: MetricPointDto | null;

  @ApiProperty({ type: [DriverDto], description: 'The most important first; those that cannot be told last.' })
  touchpoints: DriverDto[];
}

/** What waiting does to satisfaction. */
export class WaitEffectAnswerDto extends RelationBasisDto {
  @ApiProperty({ example: 'arrival-to-seen', description: 'What was waited for.' })
  kind: string;

  @ApiProperty({
    type: RelationDto,
    description: 'Percentage points of CSAT for each ten minutes more, within a department and a way the wait ended.',
  })
  perTenMinutes: RelationDto;

  @ApiProperty({
    type: RelationDto,
    description: 'The same for each ten minutes beyond what was promised, where something was.',
  })
  perTenMinutesBeyondPromise: RelationDto;
}
