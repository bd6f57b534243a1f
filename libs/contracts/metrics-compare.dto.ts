import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, Matches, ValidateNested } from 'class-validator';
import { CHANGE_VERDICTS, type ChangeVerdict, UNITS, type Unit } from '#metrics/vocabulary.ts';
import type { Where } from './dimension.ts';
import { FreshnessDto, MetricPointDto, MoreRepliesDto, WatchedDto } from './metric-answer.dto.ts';
import { MetricsQueryDto } from './metrics-query.dto.ts';

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;
const NULLABLE_NUMBER = { type: Number, nullable: true } as const;

/** One of the two that are compared: whose answers, and when they were given. */
export class CompareSideDto {
  @ApiProperty({ example: '2026-08-03', description: 'First date, inclusive, in each site’s own time zone.' })
  @Matches(CALENDAR_DATE, { message: 'from must be a date like 2026-08-03' })
  from: string;

  @ApiProperty({ example: '2026-11-02', description: 'Last date, exclusive.' })
  @Matches(CALENDAR_DATE, { message: 'to must be a date like 2026-11-02' })
  to: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    example: { department: ['ward-4b'] },
    description: 'Filters, as for POST /api/v1/metrics/query.',
  })
  @IsOptional()
  @IsObject({ message: 'where must be an object such as {"department": ["ward-4b"]}' })
  @Type(() => Object)
  where?: Where;
}

/** "How does B differ from A": two periods, two groups, or both. No answer may be on both sides. */
export class MetricsCompareDto extends PickType(MetricsQueryDto, ['metrics'] as const) {
  @ApiProperty({ type: CompareSideDto, description: 'What is compared with: the earlier period, the other group.' })
  @IsObject({ message: 'a must be an object with from, to and perhaps where' })
  @ValidateNested()
  @Type(() => CompareSideDto)
  a: CompareSideDto;

  @ApiProperty({ type: CompareSideDto, description: 'What is asked about.' })
  @IsObject({ message: 'b must be an object with from, to and perhaps where' })
  @ValidateNested()
  @Type(() => CompareSideDto)
  b: CompareSideDto;
}

/** A value of one side, as POST /api/v1/metrics/query tells it. */
export class ComparedSideDto extends PickType(MetricPointDto, [
  'from',
  'to',
  'value',
  'n',
  'low',
  'high',
  'withheld',
  'provisional',
  'expectedShare',
] as const) {
  @ApiProperty({ type: FreshnessDto })
  freshness: FreshnessDto;
}

/** B minus A. Nothing is told of it where either value is withheld. */
export class ComparedDifferenceDto {
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'B minus A, in the metric’s unit.' })
  value: number | null;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Lower end of its 95 % interval.' })
  low: number | null;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Upper end of its 95 % interval.' })
  high: number | null;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Two-sided, against no difference.' })
  pValue: number | null;

  @ApiProperty({ enum: CHANGE_VERDICTS, description: 'After Benjamini–Hochberg over all metrics of the answer.' })
  verdict: ChangeVerdict;

  @ApiProperty({ type: MoreRepliesDto, nullable: true, description: 'How many more replies would tell 5 points.' })
  moreReplies: MoreRepliesDto | null;
}

export class ComparedMetricDto extends PickType(MetricPointDto, ['method'] as const) {
  @ApiProperty({ example: 'csat' })
  metric: string;

  @ApiProperty({ enum: UNITS })
  unit: Unit;

  @ApiProperty({ type: ComparedSideDto })
  a: ComparedSideDto;

  @ApiProperty({ type: ComparedSideDto })
  b: ComparedSideDto;

  @ApiProperty({ type: ComparedDifferenceDto })
  difference: ComparedDifferenceDto;
}

export class MetricsComparisonDto {
  @ApiProperty({ type: [ComparedMetricDto], description: 'One a metric, in the order asked.' })
  compared: ComparedMetricDto[];

  @ApiProperty({ type: WatchedDto })
  watched: WatchedDto;
}
