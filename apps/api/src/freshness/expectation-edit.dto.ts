import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { RHYTHMS } from '#metrics/freshness/delivery-rhythm.ts';

const WISHES = [...RHYTHMS, 'learned'] as const;

/** How often somebody says that a source should deliver. */
export class ExpectationEditDto {
  @ApiProperty({ enum: WISHES, description: 'learned: as its past deliveries look like; none: nothing is expected.' })
  @IsIn(WISHES)
  rhythm: (typeof WISHES)[number];

  @ApiPropertyOptional({ type: [Number], description: 'ISO weekdays, Monday 1, of deliveries by the hour or the day.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(7)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  weekdays?: number[];

  @ApiPropertyOptional({ description: 'Hours a delivery may take longer before it is late.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(720)
  graceHours?: number;
}
