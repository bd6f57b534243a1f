import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, Matches, MaxLength } from 'class-validator';
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

/** Where rows come from and, for those who set an installation up with what it once received, when they came. */
export class SendQueryDto extends IngestQueryDto {
  @ApiPropertyOptional({
    example: '2026-11-15T06:00:00Z',
    pattern: '^[0-9TZ:.+-]+$',
    description: 'When the rows came, in the past; only whoever sets the installation up may say so. Left out, now.',
  })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true }, { message: 'deliveredAt must be like 2026-11-15T06:00:00Z' })
  @MaxLength(40)
  deliveredAt?: string;
}
