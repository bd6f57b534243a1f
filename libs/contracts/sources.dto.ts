import { ApiProperty } from '@nestjs/swagger';
import { SourceFreshnessDto } from './freshness.dto.ts';
import { FACT_KINDS, type FactKind } from './ingest/fact-kind.ts';

const KEY_STATES = ['live', 'expired', 'revoked'] as const;

/** A key with which a machine sends the rows of one source; its secret is told once and cannot be read again. */
export class SourceKeyDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'The last characters of its secret, to tell keys apart.' }) hint: string;
  @ApiProperty({ enum: KEY_STATES }) state: (typeof KEY_STATES)[number];
  @ApiProperty() createdAt: string;
  @ApiProperty({ description: 'Who made it.' }) createdBy: string;
  @ApiProperty({ type: String, nullable: true }) expiresAt: string | null;
  @ApiProperty({ type: String, nullable: true }) lastUsedAt: string | null;
}

/** A system or file rows come from, with what has come. */
export class SourceDto {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'True for what people enter in Bedside itself: it has no keys and keeps its name.' })
  own: boolean;
  @ApiProperty({ enum: FACT_KINDS, isArray: true, description: 'What it has sent.' }) kinds: FactKind[];
  @ApiProperty({ type: String, nullable: true, description: 'When it last sent.' }) lastDeliveryAt: string | null;
  @ApiProperty({ description: 'Rows taken in from it, each counted once.' }) rows: number;
  @ApiProperty({ description: 'Rows of it that are set aside.' }) quarantined: number;
  @ApiProperty({ type: SourceFreshnessDto, description: 'Whether it delivers as it should.' })
  freshness: SourceFreshnessDto;

  @ApiProperty({ type: [SourceKeyDto] }) keys: SourceKeyDto[];
  @ApiProperty({ description: 'To send back with a change.' }) version: string;
}

export class SourcesDto {
  @ApiProperty({ type: [SourceDto] }) sources: SourceDto[];
}

/** A key just made: the only time its secret is told. */
export class MadeSourceKeyDto {
  @ApiProperty({ description: 'Sent as “Authorization: Bearer bsk_…”. It cannot be shown again.' }) secret: string;
  @ApiProperty({ type: SourceDto }) source: SourceDto;
}
