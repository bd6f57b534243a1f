import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, Matches, ValidateNested } from 'class-validator';
import {
  CHANGE_VERDICTS,
  type ChangeVerdict,
  INTERVAL_METHODS,
  type IntervalMethod,
  UNITS,
  type Unit,
  WITHHELD_REASONS,
  type WithheldReason,
} from '#metrics/vocabulary.ts';
import { COMPARISONS, type Comparison, type Dimension } from './dimension.ts';

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;
const NULLABLE_NUMBER = { type: Number, nullable: true } as const;

/** Metrics whose change can be split: means of one score an answer. */
export const WHY_METRICS = ['csat', 'nps'] as const;
export type WhyMetric = (typeof WHY_METRICS)[number];

/** What a change can be split by. */
export const WHY_DIMENSIONS = ['site', 'department', 'touchpoint', 'channel', 'language'] as const;
export type WhyDimension = (typeof WHY_DIMENSIONS)[number];

/** How the intervals of parts are computed; see libs/metrics/decomposition/split-change.ts. */
export const SPLIT_METHODS = ['delta95', 'profile-likelihood95', 'recovered95'] as const;
export type SplitMethod = (typeof SPLIT_METHODS)[number];

/** Dates to compare with, other than those that `compare` names. */
export class OtherPeriodDto {
  @ApiProperty({ example: '2026-08-03', description: 'First date, inclusive.' })
  @Matches(CALENDAR_DATE, { message: 'against.from must be a date like 2026-08-03' })
  from: string;

  @ApiProperty({ example: '2026-09-14', description: 'Last date, exclusive.' })
  @Matches(CALENDAR_DATE, { message: 'against.to must be a date like 2026-09-14' })
  to: string;
}

/** "Why did metric M change between two periods, by dimension D?" */
export class WhyQueryDto {
  @ApiProperty({ enum: WHY_METRICS })
  @IsIn(WHY_METRICS, { message: `metric must be one of ${WHY_METRICS.join(', ')}` })
  metric: WhyMetric;

  @ApiProperty({ example: '2026-10-05', description: 'First date, inclusive, in each site’s own time zone.' })
  @Matches(CALENDAR_DATE, { message: 'from must be a date like 2026-10-05' })
  from: string;

  @ApiProperty({ example: '2026-11-16', description: 'Last date, exclusive.' })
  @Matches(CALENDAR_DATE, { message: 'to must be a date like 2026-11-16' })
  to: string;

  @ApiProperty({ enum: WHY_DIMENSIONS, description: 'The groups that the change is split into; touchpoint for CSAT.' })
  @IsIn(WHY_DIMENSIONS, { message: `by must be one of ${WHY_DIMENSIONS.join(', ')}` })
  by: WhyDimension;

  @ApiPropertyOptional({
    enum: COMPARISONS,
    description:
      'The period just before of equal length (whole weeks), or the same 52 weeks before; previous if left out.',
  })
  @IsOptional()
  @IsIn(COMPARISONS, { message: `compare must be one of ${COMPARISONS.join(', ')}` })
  compare?: Comparison;

  @ApiPropertyOptional({ type: OtherPeriodDto, description: 'Any other period, instead of `compare`.' })
  @IsOptional()
  @IsObject({ message: 'against must be an object such as {"from": "2026-08-03", "to": "2026-09-14"}' })
  @ValidateNested()
  @Type(() => OtherPeriodDto)
  against?: OtherPeriodDto;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    example: { site: ['riverside'] },
    description: 'Filters: a dimension and the values to keep.',
  })
  @IsOptional()
  @IsObject({ message: 'where must be an object such as {"site": ["riverside"]}' })
  @Type(() => Object)
  where?: Partial<Record<Dimension, string[]>>;
}

/** The score of everybody in one of the two periods. */
export class WhyPeriodDto {
  @ApiProperty({ description: 'First date, inclusive.' })
  from: string;

  @ApiProperty({ description: 'Last date, exclusive.' })
  to: string;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'null when withheld or nothing was answered.' })
  value: number | null;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'How many answers it rests on.' })
  n: number | null;

  @ApiProperty(NULLABLE_NUMBER)
  low: number | null;

  @ApiProperty(NULLABLE_NUMBER)
  high: number | null;

  @ApiProperty({ enum: INTERVAL_METHODS, description: 'How the interval was computed.' })
  method: IntervalMethod;

  @ApiProperty({ enum: WITHHELD_REASONS, nullable: true })
  withheld: WithheldReason | null;
}

/** A change, or a part of one, in points, with its interval and the word for it. */
export class WhyPartDto {
  @ApiProperty({ description: 'In points of the metric.' })
  value: number;

  @ApiProperty({ description: 'Lower end of the 95 % interval.' })
  low: number;

  @ApiProperty({ description: 'Upper end of the 95 % interval.' })
  high: number;

  @ApiProperty({ enum: SPLIT_METHODS, description: 'How the interval was computed.' })
  method: SplitMethod;

  @ApiProperty({
    enum: CHANGE_VERDICTS,
    description: 'better or worse only if it is told from chance; parts after Benjamini–Hochberg over all of them.',
  })
  verdict: ChangeVerdict;
}

/** A group in one of the periods. */
export class WhyGroupPeriodDto {
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'null where nobody answered.' })
  value: number | null;

  @ApiProperty()
  n: number;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Lower end of its 95 % interval.' })
  low: number | null;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Upper end of its 95 % interval.' })
  high: number | null;

  @ApiProperty({ enum: INTERVAL_METHODS, description: 'How the interval was computed.' })
  method: IntervalMethod;

  @ApiProperty({
    enum: WITHHELD_REASONS,
    nullable: true,
    description: 'Always null: what may not be told of a group is put together with others, or no group is told.',
  })
  withheld: WithheldReason | null;

  @ApiProperty({ description: 'Percent of all answers that came from it.' })
  share: number;
}

/** What one group brought of the change. */
export class WhyGroupDto {
  @ApiProperty({ type: String, nullable: true, description: 'Its code; null for the others, put together.' })
  code: string | null;

  @ApiProperty({ type: [String], description: 'Codes of the groups it is made of: one, or all of the others.' })
  members: string[];

  @ApiProperty({ type: WhyGroupPeriodDto })
  then: WhyGroupPeriodDto;

  @ApiProperty({ type: WhyGroupPeriodDto })
  now: WhyGroupPeriodDto;

  @ApiProperty({ type: WhyPartDto, description: 'Its own score changed: mean weight · change of score.' })
  within: WhyPartDto;

  @ApiProperty({
    type: WhyPartDto,
    description: 'More or fewer answers came from it: (mean score − mean of both overall scores) · change of weight.',
  })
  mix: WhyPartDto;
}

/** Why a score changed: parts that add up to the change, with nothing left over. */
export class WhyAnswerDto {
  @ApiProperty({ enum: WHY_METRICS })
  metric: WhyMetric;

  @ApiProperty({ enum: UNITS })
  unit: Unit;

  @ApiProperty({ enum: WHY_DIMENSIONS })
  by: WhyDimension;

  @ApiProperty({ type: WhyPeriodDto })
  now: WhyPeriodDto;

  @ApiProperty({ type: WhyPeriodDto })
  then: WhyPeriodDto;

  @ApiProperty({ type: WhyPartDto, nullable: true, description: 'null where a score is withheld or nobody answered.' })
  change: WhyPartDto | null;

  @ApiProperty({ type: WhyPartDto, nullable: true, description: 'All parts within; null where there is no split.' })
  within: WhyPartDto | null;

  @ApiProperty({ type: WhyPartDto, nullable: true, description: 'All of the mix; null where there is no split.' })
  mix: WhyPartDto | null;

  @ApiProperty({
    type: [WhyGroupDto],
    description: 'In the order of the dimension, others last; none without a split.',
  })
  groups: WhyGroupDto[];

  @ApiProperty({ description: 'What the parts leave of the change: 0, within 1e-9 of a point.' })
  remainder: number;

  @ApiProperty({ description: 'How many parts were tested together.' })
  tests: number;

  @ApiProperty({
    enum: WITHHELD_REASONS,
    nullable: true,
    description: 'Why there is no split although the scores may be told; null otherwise.',
  })
  withheld: WithheldReason | null;

  @ApiProperty({
    type: [String],
    description: 'Touchpoints whose scores may not be told and are in none of the numbers.',
  })
  leftOut: string[];

  @ApiProperty({ description: 'True while more of the period is expected to come.' })
  provisional: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'Instant of the latest fact behind the numbers.' })
  lastFactAt: string | null;
}
