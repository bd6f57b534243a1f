import { ApiProperty } from '@nestjs/swagger';
import { WAIT_KINDS, type WaitKind } from '#domain/wait.ts';

/** From a date on, a kind of wait should be over within so many minutes. */
export class WaitTargetDto {
  @ApiProperty({ enum: WAIT_KINDS.codes, enumName: 'WaitKind' }) kind: WaitKind;
  @ApiProperty({ example: '2026-01-01' }) holdsFrom: string;
  @ApiProperty() minutes: number;
  @ApiProperty({ description: 'True for the first of its kind, which stays: without it older waits had no target.' })
  first: boolean;
}

/** What an organisation has promised, and what it calls enough. */
export class TargetsDto {
  @ApiProperty({ description: 'Scores resting on fewer answers are withheld.' }) minimumResponses: number;
  @ApiProperty({ description: 'In working days.' }) acknowledgeWithinDays: number;
  @ApiProperty({ description: 'In working days.' }) answerWithinDays: number;
  @ApiProperty({ type: [Number], description: 'ISO weekdays: Monday 1 … Sunday 7.' }) workingDays: number[];
  @ApiProperty({ type: [String], description: 'Dates not worked, like 2026-12-25.' }) holidays: string[];
  @ApiProperty({ type: [WaitTargetDto] }) waits: WaitTargetDto[];
  @ApiProperty({ description: 'To send back with a change.' }) version: string;
}

/** How people sign in, and how long what is kept is kept. */
export class RulesDto {
  @ApiProperty({ description: 'Without a request for so long, a session ends.' }) sessionIdleMinutes: number;
  @ApiProperty({ description: 'So long after signing in, a session ends.' }) sessionHours: number;
  @ApiProperty({ description: 'True when everybody must have a second factor.' }) secondFactorRequired: boolean;
  @ApiProperty({ type: Number, nullable: true, description: 'Refused rows are kept so long; null for good.' })
  quarantineDays: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Patients’ words are kept so long; null for good.' })
  wordsDays: number | null;
  @ApiProperty({ description: 'To send back with a change.' }) version: string;
}

export class SettingsDto {
  @ApiProperty({ type: TargetsDto }) targets: TargetsDto;
  @ApiProperty({ type: RulesDto }) rules: RulesDto;
}
