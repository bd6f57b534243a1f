import { ApiProperty } from '@nestjs/swagger';
import {
  DIRECTIONS,
  type Direction,
  INTERVAL_METHODS,
  type IntervalMethod,
  UNITS,
  type Unit,
} from '#metrics/vocabulary.ts';
import { DIMENSIONS, type Dimension } from './dimension.ts';

/** One metric of the catalogue: what it means, in which unit, and what it can be broken down by. */
export class MetricDescriptionDto {
  @ApiProperty({ example: 'csat' })
  code: string;

  @ApiProperty({ example: 'CSAT' })
  name: string;

  @ApiProperty({ description: 'What the number means to a quality manager.' })
  meaning: string;

  @ApiProperty({ description: 'Where the definition comes from.' })
  source: string;

  @ApiProperty({
    enum: ['survey-responses', 'waits', 'complaints', 'reviews', 'survey-counts'],
    description: 'The records behind it.',
  })
  facts: string;

  @ApiProperty({ enum: UNITS })
  unit: Unit;

  @ApiProperty({ enum: DIRECTIONS, description: 'Which way is better.' })
  direction: Direction;

  @ApiProperty({ enum: INTERVAL_METHODS })
  method: IntervalMethod;

  @ApiProperty({ enum: DIMENSIONS, isArray: true })
  dimensions: Dimension[];
}

export class MetricCatalogueDto {
  @ApiProperty({ type: [MetricDescriptionDto] })
  metrics: MetricDescriptionDto[];
}
