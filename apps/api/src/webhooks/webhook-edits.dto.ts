import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { FACT_KINDS, type FactKind } from '#contracts/ingest/fact-kind.ts';
import { WEBHOOK_FORMATS, WEBHOOK_SCHEMES, type WebhookFormat, type WebhookScheme } from '#contracts/webhook-scheme.ts';

const LONGEST_SECRET = 700;

export class NewWebhookDto {
  @ApiProperty({ example: 'Helpdesk, production' })
  @IsString()
  @Length(1, 120)
  name: string;

  @ApiProperty({ enum: WEBHOOK_SCHEMES })
  @IsIn(WEBHOOK_SCHEMES)
  scheme: WebhookScheme;

  @ApiProperty({ enum: WEBHOOK_FORMATS, description: 'What a delivery holds.' })
  @IsIn(WEBHOOK_FORMATS)
  format: WebhookFormat;

  @ApiPropertyOptional({ enum: FACT_KINDS, nullable: true, description: 'What the rows are, for rows and json.' })
  @IsOptional()
  @IsIn(FACT_KINDS)
  kind?: FactKind | null;

  @ApiPropertyOptional({ description: 'The secret that the sender shows; one is made up when left out.' })
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_SECRET)
  secret?: string;
}

export class WebhookEditDto {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 120)
  name?: string;

  @ApiPropertyOptional({ description: 'Paused, it tells senders to deliver again later.' })
  @IsOptional()
  @IsBoolean()
  paused?: boolean;
}

export class NewWebhookSecretDto {
  @ApiPropertyOptional({ description: 'The secret that the sender shows; one is made up when left out.' })
  @IsOptional()
  @IsString()
  @Length(1, LONGEST_SECRET)
  secret?: string;

  @ApiPropertyOptional({ description: 'So long the secret until now is good as well; 24 when left out.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(168)
  overlapHours?: number;
}
