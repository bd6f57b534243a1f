import { ApiProperty } from '@nestjs/swagger';

/** How well somebody's own account is locked. */
export class OwnLocksDto {
  @ApiProperty({ description: 'False for whoever only comes in by the hospital’s own sign-in.' }) hasPassword: boolean;
  @ApiProperty() hasSecondFactor: boolean;
  @ApiProperty({ description: 'True when the organisation asks everybody for a second factor.' })
  secondFactorRequired: boolean;
  @ApiProperty({ description: 'Recovery codes that were not used yet.' }) recoveryCodesLeft: number;
}

/** Somewhere a person is signed in. */
export class OwnSessionDto {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'True for the one that asks.' }) current: boolean;
  @ApiProperty({ description: 'An instant.' }) createdAt: string;
  @ApiProperty({ description: 'An instant, true to the minute.' }) lastSeenAt: string;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the browser says it is.' }) agent: string | null;
}
