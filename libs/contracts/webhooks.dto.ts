import { ApiProperty } from '@nestjs/swagger';
import { FACT_KINDS, type FactKind } from './ingest/fact-kind.ts';
import {
  WEBHOOK_FAULTS,
  WEBHOOK_FORMATS,
  WEBHOOK_SCHEMES,
  type WebhookFault,
  type WebhookFormat,
  type WebhookScheme,
} from './webhook-scheme.ts';

/** What became of one delivery. */
export class WebhookDeliveryDto {
  @ApiProperty() receivedAt: string;
  @ApiProperty({ description: 'False while it is being taken in, or where that broke off: the sender sends it again.' })
  taken: boolean;
  @ApiProperty() read: number;
  @ApiProperty() accepted: number;
  @ApiProperty() updated: number;
  @ApiProperty() unchanged: number;
  @ApiProperty() quarantined: number;
}

/** A delivery that was turned away. */
export class WebhookFailureDto {
  @ApiProperty() at: string;
  @ApiProperty({ enum: WEBHOOK_FAULTS }) fault: WebhookFault;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What the sender was told, where its signature was right.',
  })
  message: string | null;
}

/** An address at which a system delivers the rows of a source as they come up. */
export class WebhookDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'Where to deliver: this path behind the address of Bedside.' }) path: string;
  @ApiProperty({ enum: WEBHOOK_SCHEMES }) scheme: WebhookScheme;
  @ApiProperty({ enum: WEBHOOK_FORMATS }) format: WebhookFormat;
  @ApiProperty({ enum: FACT_KINDS, nullable: true, description: 'What the rows are, where the format leaves it open.' })
  kind: FactKind | null;
  @ApiProperty({ description: 'The last characters of its secret, to tell secrets apart.' }) hint: string;
  @ApiProperty({ description: 'Since when this secret holds.' }) secretAt: string;
  @ApiProperty({ type: String, nullable: true, description: 'Until when the secret before it is good as well.' })
  formerUntil: string | null;
  @ApiProperty() paused: boolean;
  @ApiProperty() createdAt: string;
  @ApiProperty() createdBy: string;
  @ApiProperty({ type: [WebhookDeliveryDto], description: 'The last ones, newest first.' })
  deliveries: WebhookDeliveryDto[];
  @ApiProperty({ type: [WebhookFailureDto], description: 'The last ones turned away, newest first.' })
  failures: WebhookFailureDto[];
}

export class WebhooksDto {
  @ApiProperty({ type: [WebhookDto] }) webhooks: WebhookDto[];
}

/** A webhook whose secret was just made or given: the only time it is told. */
export class MadeWebhookDto {
  @ApiProperty({ description: 'What deliveries are signed with. It cannot be shown again.' }) secret: string;
  @ApiProperty({ type: WebhookDto }) webhook: WebhookDto;
}

/** What a sender is told of its delivery. */
export class WebhookAnswerDto {
  @ApiProperty({
    enum: ['taken', 'taken-before'],
    description: 'taken-before: it had come already, and nothing changed.',
  })
  state: 'taken' | 'taken-before';
  @ApiProperty() read: number;
  @ApiProperty() accepted: number;
  @ApiProperty() updated: number;
  @ApiProperty() unchanged: number;
  @ApiProperty({ description: 'Rows refused and kept aside with their reason: do not send them again.' })
  quarantined: number;
}
