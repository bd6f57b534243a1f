import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { LANGUAGES, type Language } from '#domain/language.ts';

const PASSWORD_FIELD = 1_000;

export class OwnPasswordDto {
  @ApiProperty({ description: 'The password of now.' })
  @IsString()
  @MaxLength(PASSWORD_FIELD)
  password: string;
}

export class ChangePasswordDto extends OwnPasswordDto {
  @ApiProperty()
  @IsString()
  @MaxLength(PASSWORD_FIELD)
  newPassword: string;
}

/** What people say about themselves; what is left out stays. */
export class ProfileEditDto {
  @ApiPropertyOptional({ example: 'Rasa Kalniņa' })
  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  name?: string;

  @ApiPropertyOptional({ enum: LANGUAGES, description: 'The language of pages and letters.' })
  @ValidateIf((_, value) => value !== undefined)
  @IsIn(LANGUAGES)
  language?: Language;
}
