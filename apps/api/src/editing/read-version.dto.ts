import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** A change that may say what it rests on. */
export class ReadVersionDto {
  @ApiPropertyOptional({
    description:
      'The version that was read: a change somebody else made since is not undone. Left out, none is minded.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  version?: string;
}
