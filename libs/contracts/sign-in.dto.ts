import { ApiProperty } from '@nestjs/swagger';

/** What is left to do before somebody is in. */
export const SIGN_IN_STEPS = ['in', 'second-factor', 'second-factor-setup'] as const;
export type SignInStep = (typeof SIGN_IN_STEPS)[number];

export class SignInStepDto {
  @ApiProperty({
    enum: SIGN_IN_STEPS,
    description: '`in`: done; else a code is asked for, or an authenticator app has to be set up first.',
  })
  next: SignInStep;
}

/** What an authenticator app takes in. */
export class TotpInvitationDto {
  @ApiProperty({ description: 'In base 32, to be typed where no picture can be taken.' }) secret: string;
  @ApiProperty({ description: 'An otpauth address, for a QR code.' }) uri: string;
}

export class RecoveryCodesDto {
  @ApiProperty({ type: [String], description: 'Each opens the door once; they are not told again.' })
  recoveryCodes: string[];
}

/** What the door offers. */
export class WaysInDto {
  @ApiProperty({ description: 'True for the demo network, whose sign-ins are printed where it was started.' })
  demo: boolean;
  @ApiProperty({ description: 'True where a forgotten password can be renewed by mail.' }) mail: boolean;
  @ApiProperty({
    type: 'object',
    nullable: true,
    properties: { name: { type: 'string' } },
    description: 'Where the hospital’s own sign-in is used as well.',
  })
  identityProvider: { name: string } | null;
}

/** Whom a link is for, as far as it is known. */
export class LinkOwnerDto {
  @ApiProperty({ type: String, nullable: true }) email: string | null;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
}
