import { ApiProperty } from '@nestjs/swagger';

/** Proposed: the first weeks. Frozen: weeks a person chose. Rebased: the first weeks after a marked change. */
export const BASELINE_ORIGINS = ['proposed', 'frozen', 'rebased'] as const;
export type BaselineOrigin = (typeof BASELINE_ORIGINS)[number];

/** Used: weeks are judged by it. Too short: fewer than 12 of its weeks have replies. Withheld: it may not be told. */
export const BASELINE_STATES = ['used', 'too-short', 'withheld'] as const;
export type BaselineState = (typeof BASELINE_STATES)[number];

const NULLABLE_NUMBER = { type: Number, nullable: true } as const;
const NULLABLE_TEXT = { type: String, nullable: true } as const;

/** A change that somebody marked, with which a new baseline begins. */
export class MarkedChangeDto {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'The date of the change.' }) on: string;
  @ApiProperty() note: string;
}

/** How soon a lasting change of a size would be noticed. */
export class SignalPowerDto {
  @ApiProperty({ description: 'Size of the change to the worse, in points.' }) points: number;
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'In weeks; null where that takes more than a year.' })
  weeks: number | null;
}

/** What the signal rule judges the weeks of one group by. */
export class BaselineInUseDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'The group, as in its points.',
  })
  by: Record<string, string>;

  @ApiProperty({ enum: BASELINE_ORIGINS }) origin: BaselineOrigin;
  @ApiProperty({ enum: BASELINE_STATES }) state: BaselineState;

  @ApiProperty({ ...NULLABLE_TEXT, description: 'First date of the baseline; null where there is none to tell.' })
  from: string | null;

  @ApiProperty({ ...NULLABLE_TEXT, description: 'Exclusive end.' }) to: string | null;
  @ApiProperty({ ...NULLABLE_NUMBER, description: 'Weeks with replies in it.' }) weeks: number | null;
  @ApiProperty({ description: 'True below 26 weeks.' }) trial: boolean;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Id of what was said, to take it back; null of a proposed one.' })
  id: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Why a person chose it.' }) note: string | null;

  @ApiProperty({ type: MarkedChangeDto, nullable: true, description: 'The change it begins after.' })
  change: MarkedChangeDto | null;

  @ApiProperty({ ...NULLABLE_NUMBER, description: 'How many replies its weeks had on average.' })
  repliesAWeek: number | null;

  @ApiProperty({ type: [SignalPowerDto], description: 'What would be noticed, and how soon; empty where not told.' })
  power: SignalPowerDto[];
}
