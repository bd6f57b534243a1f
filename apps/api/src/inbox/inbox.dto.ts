import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { SOURCE_CODE } from '../ingest/source-code.ts';

/** Which file of the watched folder somebody wants to choose the mapping for. */
export class PrepareInboxFileDto {
  @ApiProperty({ example: 'exit-survey', description: 'The folder it lies in, which is called like its source.' })
  @Matches(SOURCE_CODE, { message: 'source must be the one that the file was listed with' })
  @MaxLength(60, { message: 'source must be the one that the file was listed with' })
  source: string;

  @ApiProperty({ example: 'october.csv' })
  @IsString({ message: 'name must be the one that the file was listed with' })
  @MaxLength(255, { message: 'name must be the one that the file was listed with' })
  name: string;
}
