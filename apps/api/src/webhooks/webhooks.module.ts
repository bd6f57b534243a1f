import { Module } from '@nestjs/common';
import { IngestModule } from '../ingest/ingest.module.ts';
import { SealWebhooksAnew } from './seal-webhooks-anew.ts';
import { SourceWebhooksController } from './source-webhooks.controller.ts';
import { SourceWebhooks } from './source-webhooks.service.ts';
import { WebhookDeliveries } from './webhook-deliveries.ts';
import { WebhookFinder } from './webhook-finder.ts';
import { WebhooksController } from './webhooks.controller.ts';

@Module({
  imports: [IngestModule],
  controllers: [WebhooksController, SourceWebhooksController],
  providers: [WebhookFinder, WebhookDeliveries, SourceWebhooks, SealWebhooksAnew],
})
export class WebhooksModule {}
