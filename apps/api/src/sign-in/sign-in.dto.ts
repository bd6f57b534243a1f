import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsEmail, IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { emailAddressOf } from '#domain/email-address.ts';
import { LANGUAGES, type Language } from '#domain/language.ts';
import { LINK_PURPOSES, type LinkPurpose } from './one-time-links.ts';

/** Longer than any password may be, so that the rules say what is wrong and not the length of a field. */
const PASSWORD_FIELD = 1_000;
const TOKEN_FIELD = 200;

const asEmail = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? emailAddressOf(value) : value,
);

/** Who somebody says they are. */
export class PasswordSignInDto {
  @ApiProperty({ example: 'rasa@hospital.example' })
  @asEmail
  @IsString()
  @MaxLength(254)
  email: string;

  @ApiProperty()
  @IsString()
  @MaxLength(PASSWORD_FIELD)
  password: string;
}

export class SecondFactorCodeDto {
  @ApiProperty({ example: '492039', description: 'Six digits of an authenticator app, or a recovery code.' })
  @IsString()
  @MinLength(6)
  @MaxLength(60)
  code: string;
}

export class LinkTokenDto {
  @ApiProperty({ description: 'What stands behind the # in the link.' })
  @IsString()
  @MaxLength(TOKEN_FIELD)
  token: string;
}

export class LookAtLinkDto extends LinkTokenDto {
  @ApiProperty({ enum: LINK_PURPOSES })
  @IsIn(LINK_PURPOSES)
  purpose: LinkPurpose;
}

/** A new password by a link that was sent. */
export class ResetPasswordDto extends LinkTokenDto {
  @ApiProperty()
  @IsString()
  @MaxLength(PASSWORD_FIELD)
  password: string;
}

/** Somebody invited makes the account their own. */
export class AcceptInvitationDto extends ResetPasswordDto {
  @ApiProperty({ example: 'Rasa Kalniņa' })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  name: string;

  @ApiPropertyOptional({ enum: LANGUAGES })
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;
}

export class FirstAdministratorDto extends AcceptInvitationDto {
  @ApiProperty({ example: 'rasa@hospital.example' })
  @asEmail
  @IsEmail({}, { message: 'email must be an email address, like rasa@hospital.example' })
  @MaxLength(254)
  email: string;
}

export class ForgottenPasswordDto {
  @ApiProperty({ example: 'rasa@hospital.example' })
  @asEmail
  @IsString()
  @MaxLength(254)
  email: string;
}
