import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsEmail, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { emailAddressOf } from '#domain/email-address.ts';
import { LANGUAGES, type Language } from '#domain/language.ts';
import { ROLES, type Role } from '#domain/role.ts';

const asAddress = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? emailAddressOf(value) : value;
const ROLE_MESSAGE = `role must be one of ${ROLES.join(', ')}`;
const LANGUAGE_MESSAGE = `language must be one of ${LANGUAGES.join(', ')}, or null for the browser’s`;

/** Somebody who is to have an account. */
export class InvitationDto {
  @ApiProperty({ example: 'rasa@hospital.example' })
  @Transform(asAddress)
  @IsEmail({}, { message: 'email must be an email address, like rasa@hospital.example' })
  @MaxLength(254)
  email: string;

  @ApiProperty({ example: 'Rasa Petraitė' })
  @IsString()
  @Length(1, 120)
  name: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  @IsIn(ROLES, { message: ROLE_MESSAGE })
  role: Role;

  @ApiPropertyOptional({ type: [String], description: 'Codes; for department heads and staff, and for nobody else.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  departments?: string[];

  @ApiPropertyOptional({ enum: LANGUAGES, nullable: true, description: 'To write to them in.' })
  @IsOptional()
  @IsIn(LANGUAGES, { message: LANGUAGE_MESSAGE })
  language?: Language | null;
}

/** What changes of a person; what is left out stays. */
export class PersonEditDto {
  @ApiProperty({ description: 'The version that was read.' })
  @IsString()
  @MaxLength(40)
  version: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 120)
  name?: string;

  @ApiPropertyOptional({ enum: ROLES, enumName: 'Role' })
  @IsOptional()
  @IsIn(ROLES, { message: ROLE_MESSAGE })
  role?: Role;

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  departments?: string[];

  @ApiPropertyOptional({ enum: LANGUAGES, nullable: true })
  @IsOptional()
  @IsIn(LANGUAGES, { message: LANGUAGE_MESSAGE })
  language?: Language | null;
}
