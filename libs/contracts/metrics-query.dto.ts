import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Matches,
} from 'class-validator';
import { GRAINS, type Grain } from '#domain/grain.ts';
import { COMPARISONS, type Comparison, DIMENSIONS, type Dimension } from './dimension.ts';

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** "Metrics M by D at grain G from A to B": the one question every number on a dashboard is an answer to. */
export class MetricsQueryDto {
  @ApiProperty({ type: [String], example: ['csat', 'nps'], description: 'Codes from GET /api/v1/metrics.' })
  @IsArray({ message: 'metrics must be a list of metric codes' })
  @ArrayMinSize(1, { message: 'metrics must name at least one metric' })
  @ArrayMaxSize(20, { message: 'metrics may name at most 20 metrics' })
  @ArrayUnique({ message: 'metrics names the same metric twice' })
  @IsString({ each: true, message: 'metrics must be a list of metric codes' })
  metrics: string[];

  @ApiProperty({ example: '2026-10-05', description: 'First date, inclusive, in each site’s own time zone.' })
  @Matches(CALENDAR_DATE, { message: 'from must be a date like 2026-10-05' })
  from: string;

  @ApiProperty({ example: '2026-11-16', description: 'Last date, exclusive.' })
  @Matches(CALENDAR_DATE, { message: 'to must be a date like 2026-11-16' })
  to: string;

  @ApiProperty({ enum: GRAINS, description: 'Length of each period; total is one period from end to end.' })
  @IsIn(GRAINS, { message: `grain must be one of ${GRAINS.join(', ')}` })
  grain: Grain;

  @ApiPropertyOptional({ enum: DIMENSIONS, isArray: true, description: 'Dimensions to break the numbers down by.' })
  @IsOptional()
  @IsArray({ message: 'by must be a list of dimensions' })
  @ArrayMaxSize(2, { message: 'by may name at most two dimensions' })
  @ArrayUnique({ message: 'by names the same dimension twice' })
  @IsIn(DIMENSIONS, { each: true, message: `by may name ${DIMENSIONS.join(', ')}` })
  by?: Dimension[];

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    example: { site: ['riverside'], touchpoint: ['check-in'] },
    description: 'Filters: a dimension and the values to keep. Several values of one dimension are joined by "or".',
  })
  @IsOptional()
  @IsObject({ message: 'where must be an object such as {"site": ["riverside"]}' })
  @Type(() => Object)
  where?: Partial<Record<Dimension, string[]>>;

  @ApiPropertyOptional({
    enum: COMPARISONS,
    description:
      'Compare each period with the one before it of equal length (whole weeks), or with the same one a year (52 weeks) before.',
  })
  @IsOptional()
  @IsIn(COMPARISONS, { message: `compare must be one of ${COMPARISONS.join(', ')}` })
  compare?: Comparison;
}
