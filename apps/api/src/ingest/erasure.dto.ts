import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';

/** Which row to erase. Its id may be a number that a patient is known by, so it travels in a body. */
export class ErasureDto {
  @ApiProperty({ example: 'answer-1024', description: 'The id under which its source sent it.' })
  @IsString({ message: 'externalId must be the id under which the row was sent' })
  @MinLength(1, { message: 'externalId must be the id under which the row was sent' })
  @MaxLength(200, { message: 'externalId may be at most 200 characters long' })
  externalId: string;
}
