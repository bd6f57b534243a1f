import { ApiProperty } from '@nestjs/swagger';
import { Matches, MaxLength } from 'class-validator';
import { SOURCE_CODE } from './source-code.ts';

export class IngestQueryDto {
  @ApiProperty({
    example: 'survey-tool',
    pattern: SOURCE_CODE.source,
    description: 'The system the rows come from; created when rows are sent from a new one.',
  })
  @Matches(SOURCE_CODE, {
    message:
      'source must name where the rows come from, in letters, digits, dots, hyphens and underscores: ?source=survey-tool',
  })
  @MaxLength(60, { message: 'source may be at most 60 characters long' })
  source: string;
}
