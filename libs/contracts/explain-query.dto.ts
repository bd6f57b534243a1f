import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsString, Matches } from 'class-validator';
import { GRAINS, type Grain } from '#domain/grain.ts';
import { COMPARISONS, type Comparison, type Where } from './dimension.ts';

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** "How is this computed?" of one point of an answer: as it was asked for, with the codes of its group. */
export class ExplainQueryDto {
  @ApiProperty({ example: 'csat', description: 'A code from GET /api/v1/metrics.' })
  @IsString({ message: 'metric must be a metric code' })
  metric: string;

  @ApiProperty({ example: '2026-11-09', description: 'First date of the point’s period, inclusive.' })
  @Matches(CALENDAR_DATE, { message: 'from must be a date like 2026-11-09' })
  from: string;

  @ApiProperty({ example: '2026-11-16', description: 'Last date of the point’s period, exclusive.' })
  @Matches(CALENDAR_DATE, { message: 'to must be a date like 2026-11-16' })
  to: string;

  @ApiProperty({ enum: GRAINS, description: 'The grain the point was asked for at; from and to must be one period.' })
  @IsIn(GRAINS, { message: `grain must be one of ${GRAINS.join(', ')}` })
  grain: Grain;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { department: 'ward-4b' },
    description: 'The group as in the point’s `by`: a code for each dimension, at most two.',
  })
  @IsOptional()
  @IsObject({ message: 'by must be an object such as {"department": "ward-4b"}' })
  @Type(() => Object)
  by?: Record<string, string>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    description: 'The filters of the question, as in POST /api/v1/metrics/query.',
  })
  @IsOptional()
  @IsObject({ message: 'where must be an object such as {"site": ["riverside"]}' })
  @Type(() => Object)
  where?: Where;

  @ApiPropertyOptional({ enum: COMPARISONS })
  @IsOptional()
  @IsIn(COMPARISONS, { message: `compare must be one of ${COMPARISONS.join(', ')}` })
  compare?: Comparison;
}
