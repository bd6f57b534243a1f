import { ApiProperty } from '@nestjs/swagger';
import {
  CHANGE_VERDICTS,
  type ChangeVerdict,
  INTERVAL_METHODS,
  type IntervalMethod,
  SIGNALS,
  type Signal,
  UNITS,
  type Unit,
  WITHHELD_REASONS,
  type WithheldReason,
} from '#metrics/vocabulary.ts';
import { BaselineInUseDto } from './baseline-in-use.dto.ts';
import { FeedingSourceDto, VisitShareDto } from './freshness.dto.ts';

const NULLABLE_NUMBER = { type: Number, nullable: true } as const;

/** How many more replies would tell a difference. */
export class MoreRepliesDto {
  @ApiProperty({ description: 'Over both sides together, at their present proportion; up to two digits, rounded up.' })
  replies: number;

  @ApiProperty({ description: 'The difference they would tell: how far its 95 % interval would reach to either side.' })
  difference: number;
}

/** A change between two periods, with its interval and the word for it. */
export class ChangeDto {
  @ApiProperty({ description: 'The period compared with, first date.' })
  from: string;

  @ApiProperty({ description: 'The period compared with, exclusive end.' })
  to: string;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'The value then.' })
  value: number | null;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'How many it rested on.' })
  n: number | null;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Now minus then, in the metric’s unit.' })
  difference: number | null;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Lower end of the difference’s 95 % interval.' })
  low: number | null;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Upper end of the difference’s 95 % interval.' })
  high: number | null;

  @ApiProperty({
    enum: INTERVAL_METHODS,
    description: 'How the intervals of both values, and so of this, are computed.',
  })
  method: IntervalMethod;

  @ApiProperty({ enum: WITHHELD_REASONS, nullable: true, description: 'Why the value then is hidden.' })
  withheld: WithheldReason | null;

  @ApiProperty({
    enum: CHANGE_VERDICTS,
    description:
      'better or worse only if the interval excludes zero after Benjamini–Hochberg over all points of the answer.',
  })
  verdict: ChangeVerdict;

  @ApiProperty({
    ...NULLABLE_NUMBER,
    description: 'Two-sided, against no difference: what was judged, for judging several answers together.',
  })
  pValue: number | null;

  @ApiProperty({
    type: MoreRepliesDto,
    nullable: true,
    description: 'Where it is too few to tell: what would be enough. Only in answers of at most 100 changes.',
  })
  moreReplies: MoreRepliesDto | null;
}

/** How many changes were looked at together, and how many false ones are to be expected among so many. */
export class WatchedDto {
  @ApiProperty({ description: 'Changes that could be judged.' })
  tests: number;

  @ApiProperty({ description: 'How many at most would be called on average if nothing had changed anywhere.' })
  falseAlarms: number;
}

/** Limits within which an unchanged cell stays, drawn around a trend. In the metric's unit. */
export class LimitsDto {
  @ApiProperty(NULLABLE_NUMBER)
  lower: number | null;

  @ApiProperty({ type: Number })
  centre: number;

  @ApiProperty(NULLABLE_NUMBER)
  upper: number | null;
}

/** One value with what is needed to believe it. `value: null` with a `withheld` reason is not zero: draw a gap. */
export class MetricPointDto {
  @ApiProperty({ example: '2026-W46', description: 'The period as written on an axis.' })
  at: string;

  @ApiProperty({ description: 'First date of the period, inclusive.' })
  from: string;

  @ApiProperty({ description: 'Last date of the period, exclusive.' })
  to: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { department: 'ward-4b' },
    description: 'The group: a code for each dimension asked for in `by`.',
  })
  by: Record<string, string>;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'In the metric’s unit; null when withheld or nothing was answered.' })
  value: number | null;

  @ApiProperty({
    ...NULLABLE_NUMBER,
    description: 'How many answers, waits or complaints it rests on; null where that count is itself hidden.',
  })
  n: number | null;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Lower end of the 95 % interval.' })
  low: number | null;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Upper end of the 95 % interval.' })
  high: number | null;

  @ApiProperty({ enum: INTERVAL_METHODS, description: 'How the interval was computed.' })
  method: IntervalMethod;

  @ApiProperty({
    enum: SIGNALS,
    nullable: true,
    description:
      'The signal rule’s verdict on a whole week; null where it does not judge (other grains, too short a baseline, the running week).',
  })
  signal: Signal | null;

  @ApiProperty({ type: LimitsDto, nullable: true, description: 'The signal rule’s limits for this week.' })
  limits: LimitsDto | null;

  @ApiProperty({ enum: WITHHELD_REASONS, nullable: true, description: 'Why the value is hidden; null when it is not.' })
  withheld: WithheldReason | null;

  @ApiProperty({ type: ChangeDto, nullable: true, description: 'Only when `compare` was asked for.' })
  change: ChangeDto | null;

  @ApiProperty({
    description: 'True while more of the period is expected to come: it is no final number, nor a signal.',
  })
  provisional: boolean;

  @ApiProperty({
    ...NULLABLE_NUMBER,
    description: 'Percent of the period’s answers expected to have come; null where that is not known, or all have.',
  })
  expectedShare: number | null;
}

export class FreshnessDto {
  @ApiProperty({ type: String, nullable: true, description: 'Instant of the latest fact behind this metric.' })
  lastFactAt: string | null;

  @ApiProperty({ description: 'True if any of the periods is provisional.' })
  provisional: boolean;

  @ApiProperty({
    type: [FeedingSourceDto],
    description: 'Sources of these numbers that do not deliver as they should.',
  })
  sources: FeedingSourceDto[];

  @ApiProperty({
    ...{ type: VisitShareDto, nullable: true },
    description:
      'How far the answers about the visits of the last period have come; null if unknown or nearly all have.',
  })
  visits: VisitShareDto | null;
}

/** Answers that came in as counts of whole months and are not among the points, because they cannot be told by day or week. */
export class MonthlyCountsDto {
  @ApiProperty({ description: 'First day of the first month that the answer touches.' })
  from: string;

  @ApiProperty({ description: 'First day of the month after the last.' })
  to: string;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'How many answers were counted; null where that is hidden.' })
  answers: number | null;
}

/** The answer for one metric: its points in order of period, then of group. */
export class MetricAnswerDto {
  @ApiProperty({ example: 'csat' })
  metric: string;

  @ApiProperty({ enum: UNITS })
  unit: Unit;

  @ApiProperty({ type: [MetricPointDto] })
  points: MetricPointDto[];

  @ApiProperty({ type: FreshnessDto })
  freshness: FreshnessDto;

  @ApiProperty({
    type: MonthlyCountsDto,
    nullable: true,
    description:
      'Only of the Friends and Family Test: monthly counts that are not shown. Ask for fft-counted by month.',
  })
  monthlyCounts: MonthlyCountsDto | null;

  @ApiProperty({
    type: [BaselineInUseDto],
    description: 'What the weeks of each group are judged by, oldest first: a marked change begins another.',
  })
  baselines: BaselineInUseDto[];
}

export class MetricsAnswerDto {
  @ApiProperty({ type: [MetricAnswerDto], description: 'One answer a metric, in the order asked.' })
  answers: MetricAnswerDto[];

  @ApiProperty({ type: WatchedDto, nullable: true, description: 'Only when `compare` was asked for.' })
  watched: WatchedDto | null;
}
