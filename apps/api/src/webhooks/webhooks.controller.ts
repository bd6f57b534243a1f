import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { WebhookAnswerDto } from '#contracts/webhooks.dto.ts';
import { ByWebhook, ForDeliveries } from './request-webhook.ts';
import { WebhookDeliveries } from './webhook-deliveries.ts';
import type { KnownWebhook } from './webhook-finder.ts';

@ApiTags('webhooks')
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(private readonly deliveries: WebhookDeliveries) {}

  @Post(':address')
  @ForDeliveries()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Deliver rows as they come up, signed; the same delivery again changes nothing',
    description: 'The body is what the webhook was set up for, as JSON (application/json) of up to 1 MB.',
  })
  @ApiParam({ name: 'address', description: 'The last part of the address that the webhook was given.' })
  @ApiOkResponse({ type: WebhookAnswerDto })
  @ApiBadRequestResponse({ description: 'It was signed rightly, and cannot be read; the answer says why.' })
  @ApiUnauthorizedResponse({ description: 'It was not signed with the secret, or not just now.' })
  @ApiConflictResponse({ description: 'Something else was delivered under this id before.' })
  take(@ByWebhook() webhook: KnownWebhook, @Req() request: FastifyRequest): Promise<WebhookAnswerDto> {
    const header = (name: string): string | undefined => {
      const value = request.headers[name];
      return typeof value === 'string' ? value : undefined;
    };
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    return this.deliveries.take(webhook, { header, body }, request.ip);
  }
}
