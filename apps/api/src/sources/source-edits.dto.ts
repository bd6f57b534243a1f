import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { SOURCE_CODE } from '../ingest/source-code.ts';

const CODE_MESSAGE = 'code must be letters, digits, dots, hyphens and underscores, like survey-tool';
const EXPIRY_MESSAGE = 'expiresAt must be an instant like 2027-06-30T00:00:00Z';

/** A source announced before its first row, so that it can be given a key. */
export class NewSourceDto {
  @ApiProperty({ example: 'survey-tool', description: 'What senders call it: ?source=survey-tool.' })
  @Matches(SOURCE_CODE, { message: CODE_MESSAGE })
  @MaxLength(60)
  code: string;

  @ApiProperty({ example: 'The survey tool of the clinics' })
  @IsString()
  @Length(1, 120)
  name: string;
}

/** Another name or code; what it has sent stays its own. */
export class SourceEditDto extends NewSourceDto {
  @ApiProperty({ description: 'The version that was read.' })
  @IsString()
  @MaxLength(40)
  version: string;
}

export class NewSourceKeyDto {
  @ApiProperty({ example: 'Nightly export on srv-12' })
  @IsString()
  @Length(1, 120)
  name: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'From then on it is worthless; never when left out.',
  })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true }, { message: EXPIRY_MESSAGE })
  @MaxLength(40)
  expiresAt?: string | null;
}
