import { ApiProperty } from '@nestjs/swagger';
import { RHYTHMS, type Rhythm } from '#metrics/freshness/delivery-rhythm.ts';
import { FACT_KINDS, type FactKind } from './ingest/fact-kind.ts';

/** How a source stands, worst first; `unjudged` where nobody expects anything of it. */
export const FRESHNESS_STATES = ['silent', 'late', 'smaller', 'mixed', 'fresh', 'unjudged'] as const;
export type FreshnessState = (typeof FRESHNESS_STATES)[number];

/** What is found of a source that does not deliver as it should. */
export const FINDING_KINDS = ['silent', 'late', 'smaller', 'mixed'] as const;

export const MIX_ASPECTS = [
  ...['csat', 'nps', 'comment', 'channel', 'language', 'stars', 'platform', 'wait-kind', 'outcome', 'department'],
] as const;

const NULLABLE_NUMBER = { type: Number, nullable: true } as const;
const NULLABLE_TEXT = { type: String, nullable: true } as const;

/** How often a source should deliver. */
export class DeliveryExpectationDto {
  @ApiProperty({ enum: RHYTHMS, description: 'none: nobody expects anything, as of files taken in by hand.' })
  rhythm: Rhythm;

  @ApiProperty({ type: [Number], description: 'ISO weekdays of deliveries by the hour or the day; Monday is 1.' })
  weekdays: number[];

  @ApiProperty({ description: 'Hours a delivery may take longer before it is late.' }) graceHours: number;

  @ApiProperty({ description: 'True where it was learned from past deliveries, false where somebody set it.' })
  learned: boolean;

  @ApiProperty({ ...NULLABLE_TEXT, description: 'Who set it.' }) setBy: string | null;
}

/** A week whose answers are made up differently from those of the eight weeks before. */
export class MixShiftDto {
  @ApiProperty({ enum: FACT_KINDS }) kind: FactKind;
  @ApiProperty({ enum: MIX_ASPECTS, description: 'By what they are made up differently.' }) aspect: string;
  @ApiProperty({ description: 'Monday of the week.' }) week: string;
  @ApiProperty({ description: 'Answers of the week.' }) n: number;
  @ApiProperty({ description: 'Answers it is compared with.' }) nBefore: number;
  @ApiProperty({ description: 'Cramér’s V: 0 for no difference, 1 for nothing in common.' }) effect: number;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'What moved most: its code; null where too few answered to be told.' })
  value: string | null;
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Its share before, in percent.' }) before: number | null;
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Its share in the week, in percent.' }) now: number | null;
}

/** One thing found; which fields are filled depends on what it is. */
export class FreshnessFindingDto {
  @ApiProperty({ enum: FINDING_KINDS }) kind: (typeof FINDING_KINDS)[number];
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Late and silent: since when.' }) since: string | null;
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Late and silent: deliveries in a row that have not come.' })
  missed: number | null;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Smaller: the day of the delivery.' }) on: string | null;
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Smaller: rows that came.' }) rows: number | null;
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Smaller: rows that usually come.' }) usual: number | null;
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Smaller: fewer than these come once in a thousand times.' })
  limit: number | null;
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Smaller: past deliveries it is compared with.' }) n: number | null;
  @ApiProperty({ type: MixShiftDto, nullable: true }) shift: MixShiftDto | null;
}

/** Whether a source delivers as it should. */
export class SourceFreshnessDto {
  @ApiProperty({ enum: FRESHNESS_STATES }) state: FreshnessState;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Since when it has been late or silent.' }) since: string | null;
  @ApiProperty({ type: DeliveryExpectationDto }) expected: DeliveryExpectationDto;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'When the next delivery should have come, without grace.' })
  nextExpectedAt: string | null;
  @ApiProperty({ type: [FreshnessFindingDto] }) findings: FreshnessFindingDto[];
}

/** What a source delivered on a day, beside what was to be expected. */
export class DeliveryDayDto {
  @ApiProperty() on: string;
  @ApiProperty({ description: 'Rows that came.' }) rows: number;
  @ApiProperty({ description: 'In how many deliveries.' }) deliveries: number;
  @ApiProperty({
    ...NULLABLE_NUMBER,
    description: 'Rows that usually come on such a day; null where that is not known.',
  })
  usual: number | null;
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Fewer than these come once in a thousand times.' })
  limit: number | null;
}

/** How long rows of a kind take to come. */
export class ReportingDelayDto {
  @ApiProperty({ enum: FACT_KINDS }) kind: FactKind;
  @ApiProperty({ description: 'Rows it was learned from.' }) n: number;
  @ApiProperty({ type: [Number], description: 'Percent that has come 0, 1, 2, … days after it happened.' })
  share: number[];
  @ApiProperty({
    ...{ type: [Number], nullable: true },
    description:
      'Survey answers: percent of patients who have answered 0, 1, 2, … days after the visit; null if unknown.',
  })
  afterVisit: number[] | null;
}

/** One source’s deliveries, what is expected of it, and what was found. */
export class SourceDeliveriesDto {
  @ApiProperty({ type: SourceFreshnessDto }) freshness: SourceFreshnessDto;
  @ApiProperty({ type: DeliveryExpectationDto, description: 'What its past deliveries look like.' })
  proposal: DeliveryExpectationDto;
  @ApiProperty({ type: [DeliveryDayDto], description: 'The last eight weeks, oldest first.' }) days: DeliveryDayDto[];
  @ApiProperty({ type: [ReportingDelayDto] }) delays: ReportingDelayDto[];
}

/** A source that does not deliver as it should, told beside the numbers it feeds. */
export class FeedingSourceDto {
  @ApiProperty({ ...NULLABLE_TEXT, description: 'null for whoever may not see sources.' }) code: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'null for whoever may not see sources.' }) name: string | null;
  @ApiProperty({ enum: FINDING_KINDS }) state: (typeof FINDING_KINDS)[number];
  @ApiProperty(NULLABLE_TEXT) since: string | null;
}

/** How far the answers about the visits of the last period have come in. */
export class VisitShareDto {
  @ApiProperty({ description: 'Percent of them that is expected to have been given and to have come.' })
  expectedShare: number;
  @ApiProperty({ description: 'Days after the visit within which half of the patients who answer have answered.' })
  medianDays: number;
}
