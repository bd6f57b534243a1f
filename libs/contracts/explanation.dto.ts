import { ApiProperty } from '@nestjs/swagger';
import type { PartName } from '#metrics/part-names.ts';
import { PART_NAMES } from '#metrics/part-names.ts';
import { UNITS, type Unit } from '#metrics/vocabulary.ts';
import { FreshnessDto, MetricPointDto } from './metric-answer.dto.ts';

const NULLABLE_NUMBER = { type: Number, nullable: true } as const;

/** What a record was left out of a number for; `set-aside` and `not-yet-come` are of rows that did not get as far. */
export const LEFT_OUT = [
  'no-answer',
  'no-stars',
  'left-unseen',
  'not-over',
  'no-promise',
  'counted-by-month',
  'due-today',
  'set-aside',
  'not-yet-come',
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** Why a count is not told: it is of one to four people, its number is withheld, or it is not of the reader's departments. */
export const UNTOLD_REASONS = ['few', 'withheld', 'not-yours'] as const;
export type UntoldReason = (typeof UNTOLD_REASONS)[number];

/** A count that the value is reckoned from. */
export class NamedCountDto {
  @ApiProperty({ enum: Object.keys(PART_NAMES) }) name: PartName;
  @ApiProperty({ example: 'answers 4 or 5' }) words: string;
  @ApiProperty() count: number;
}

/** A wait that a percentile, or an end of its interval, is read from. */
export class WaitPlaceDto {
  @ApiProperty({ description: 'Its place among the waits, the shortest first.' }) rank: number;
  @ApiProperty({ description: 'Minutes it lasted at most (the upper edge of its bin).' }) minutes: number;
}

/** What is not in the number, and why. */
export class LeftOutDto {
  @ApiProperty({ enum: LEFT_OUT }) what: LeftOut;
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'How many; null where it is not known or not told.' })
  count: number | null;
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Percent of the period that is still expected to come.' })
  share: number | null;
  @ApiProperty({ enum: UNTOLD_REASONS, nullable: true, description: 'Why the count is not told.' })
  untold: UntoldReason | null;
}

/** What the signal rule went by, in its own letters, and what follows from it. Shares are on 0–1. */
export class SignalGroundsDto {
  @ApiProperty({ description: 'First date of the baseline.' }) from: string;
  @ApiProperty({ description: 'Date after the baseline’s last.' }) to: string;
  @ApiProperty({ description: 'm: weeks of the baseline in which anybody answered.' }) weeks: number;
  @ApiProperty({ description: 'X: their successes, or the sum of their scores on 0–1.' }) successes: number;
  @ApiProperty({ description: 'The sum of the squares of those scores; X for a share.' }) squares: number;
  @ApiProperty({ description: 'N: their replies.' }) replies: number;
  @ApiProperty({ description: 'f: variation from week to week over what chance explains.' }) dispersion: number;
  @ApiProperty({ description: 'K: replies a week at which half of a measured extra variation is believed.' })
  halfBelievedAt: number;
  @ApiProperty({ description: 'p₀' }) share: number;
  @ApiProperty({ description: 'ψ' }) relativeVariance: number;
  @ApiProperty({ description: 'φ' }) inflation: number;
  @ApiProperty({ description: 'n of the week as the rule reads it.' }) n: number;
  @ApiProperty({ description: 'nₑ of the week by itself.' }) effective: number;
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Lower limit as a share.' }) lower: number | null;
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Upper limit as a share.' }) upper: number | null;
  @ApiProperty({ description: 'True while the baseline has fewer than 26 weeks.' }) trial: boolean;
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'The period out of its limits, in weeks: 1, 4 or 13.' })
  marked: number | null;
  @ApiProperty({ description: 'How all this is reckoned, in symbols.' }) formula: string;
}

export class FormulaDto {
  @ApiProperty({ example: '100 · {satisfied} / {answered}', description: 'Names of counts stand in braces.' })
  symbols: string;
  @ApiProperty({ example: '100 · answers 4 or 5 / answers 1–5' }) words: string;
}

export class StatementParameterDto {
  @ApiProperty({ example: '$7' }) name: string;
  @ApiProperty({ example: 'department' }) means: string;
  @ApiProperty({ example: '["ward-4b"]', description: 'As JSON, with codes in place of ids.' }) holds: string;
}

/** The statement that the counts are read with. */
export class StatementDto {
  @ApiProperty() text: string;
  @ApiProperty({ type: [StatementParameterDto] }) parameters: StatementParameterDto[];
}

export class FedByDto {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
}

/** How one number is computed: all it takes to compute it again (`npm run recompute -- FILE.json`). */
export class ExplanationDto {
  @ApiProperty({ example: 1, description: 'Of this form.' }) version: number;
  @ApiProperty({ example: 'csat' }) metric: string;
  @ApiProperty() name: string;
  @ApiProperty() meaning: string;
  @ApiProperty({ description: 'Where the definition comes from.' }) definition: string;
  @ApiProperty({ enum: UNITS }) unit: Unit;
  @ApiProperty({ type: MetricPointDto, description: 'The number, as POST /api/v1/metrics/query tells it.' })
  point: MetricPointDto;
  @ApiProperty({ type: FreshnessDto }) freshness: FreshnessDto;
  @ApiProperty({ type: FormulaDto }) formula: FormulaDto;
  @ApiProperty({ description: 'How the ends of the interval are reckoned, in symbols.' }) interval: string;
  @ApiProperty({
    type: [NamedCountDto],
    nullable: true,
    description: 'What the value is reckoned from; null where it is withheld.',
  })
  counts: NamedCountDto[] | null;
  @ApiProperty({ description: 'True where counts are told summed up, because one of them is of one to four people.' })
  summedUp: boolean;
  @ApiProperty({ type: [WaitPlaceDto], description: 'Of percentiles: the waits that it is read from.' })
  places: WaitPlaceDto[];
  @ApiProperty({ type: [LeftOutDto] }) leftOut: LeftOutDto[];
  @ApiProperty({
    type: SignalGroundsDto,
    nullable: true,
    description: 'null where it did not judge, or may not be told.',
  })
  signalRule: SignalGroundsDto | null;
  @ApiProperty({
    type: [FedByDto],
    nullable: true,
    description: 'Sources that feed it; null for whoever does not see all departments.',
  })
  sources: FedByDto[] | null;
  @ApiProperty({ type: StatementDto }) statement: StatementDto;
}
