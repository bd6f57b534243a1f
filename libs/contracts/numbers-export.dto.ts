import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import { MetricsQueryDto } from './metrics-query.dto.ts';

/** Numbers to take along as a table: the questions they answer, and what its reader calls things. */
export class NumbersExportDto {
  @ApiProperty({
    type: [MetricsQueryDto],
    description: 'As for POST /api/v1/metrics/query; the answers follow in order.',
  })
  @IsArray({ message: 'questions must be a list of questions' })
  @ArrayMinSize(1, { message: 'questions must hold at least one question' })
  @ArrayMaxSize(10, { message: 'questions may hold at most 10 questions' })
  @ValidateNested({ each: true })
  @Type(() => MetricsQueryDto)
  questions: MetricsQueryDto[];

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { 'column/n': 'n', 'metric/csat': 'CSAT', 'department/ward-4b': 'Ward 4B' },
    description:
      'Headings, metrics, groups, units, signals and reasons by their codes; what has no word is told by its code.',
  })
  @IsObject({ message: 'words must be an object such as {"metric/csat": "CSAT"}' })
  @Type(() => Object)
  words: Record<string, string>;
}
