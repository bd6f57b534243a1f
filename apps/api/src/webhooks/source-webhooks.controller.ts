import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { MadeWebhookDto, WebhookDto, WebhooksDto } from '#contracts/webhooks.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { SourceWebhooks } from './source-webhooks.service.ts';
import { NewWebhookDto, NewWebhookSecretDto, WebhookEditDto } from './webhook-edits.dto.ts';

@ApiTags('webhooks')
@Controller('api/v1/sources/:code/webhooks')
export class SourceWebhooksController {
  constructor(private readonly webhooks: SourceWebhooks) {}

  @Get()
  @Needs('read', 'sources')
  @ApiOperation({ summary: 'Where systems deliver the rows of a source, and what was last delivered' })
  @ApiOkResponse({ type: WebhooksDto })
  @ApiNotFoundResponse({ description: 'There is no such source.' })
  list(@InScope() scope: Scope, @Param('code') code: string): Promise<WebhooksDto> {
    return this.webhooks.list(scope, code);
  }

  @Post()
  @Needs('change', 'sources')
  @ApiOperation({ summary: 'Make a webhook; its secret is told in this answer and never again' })
  @ApiCreatedResponse({ type: MadeWebhookDto })
  @ApiNotFoundResponse({ description: 'There is no such source.' })
  @ApiConflictResponse({ description: 'It has enough of them, or there is no key to keep the secret with.' })
  create(
    @InScope() scope: Scope,
    @Param('code') code: string,
    @Body() webhook: NewWebhookDto,
  ): Promise<MadeWebhookDto> {
    return this.webhooks.create(scope, code, webhook);
  }

  @Patch(':id')
  @Needs('change', 'sources')
  @ApiOperation({ summary: 'Rename a webhook, pause it or let it go on' })
  @ApiOkResponse({ type: WebhookDto })
  @ApiNotFoundResponse({ description: 'There is no such webhook.' })
  change(
    @InScope() scope: Scope,
    @Param('code') code: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() edit: WebhookEditDto,
  ): Promise<WebhookDto> {
    return this.webhooks.change(scope, code, id, edit);
  }

  @Post(':id/secret')
  @Needs('change', 'sources')
  @ApiOperation({ summary: 'Give a webhook another secret; the one until now is good as well for a while' })
  @ApiCreatedResponse({ type: MadeWebhookDto })
  @ApiNotFoundResponse({ description: 'There is no such webhook.' })
  renew(
    @InScope() scope: Scope,
    @Param('code') code: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() secret: NewWebhookSecretDto,
  ): Promise<MadeWebhookDto> {
    return this.webhooks.renew(scope, code, id, secret);
  }

  @Delete(':id')
  @Needs('change', 'sources')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a webhook away' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ description: 'There is no such webhook.' })
  remove(@InScope() scope: Scope, @Param('code') code: string, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.webhooks.remove(scope, code, id);
  }
}
