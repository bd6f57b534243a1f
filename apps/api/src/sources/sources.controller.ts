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
import { MadeSourceKeyDto, SourceDto, SourcesDto } from '#contracts/sources.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { NewSourceDto, NewSourceKeyDto, SourceEditDto } from './source-edits.dto.ts';
import { SourcesService } from './sources.service.ts';

@ApiTags('sources')
@Controller('api/v1/sources')
export class SourcesController {
  constructor(private readonly sources: SourcesService) {}

  @Get()
  @Needs('read', 'sources')
  @ApiOperation({ summary: 'Where rows come from: what has come, when last, and with which keys' })
  @ApiOkResponse({ type: SourcesDto })
  list(@InScope() scope: Scope): Promise<SourcesDto> {
    return this.sources.list(scope);
  }

  @Post()
  @Needs('change', 'sources')
  @ApiOperation({ summary: 'Announce a source before its first row' })
  @ApiCreatedResponse({ type: SourceDto })
  @ApiConflictResponse({ description: 'Another source has this code.' })
  create(@InScope() scope: Scope, @Body() source: NewSourceDto): Promise<SourceDto> {
    return this.sources.create(scope, source);
  }

  @Patch(':code')
  @Needs('change', 'sources')
  @ApiOperation({ summary: 'Give a source another name or code' })
  @ApiOkResponse({ type: SourceDto })
  @ApiNotFoundResponse({ description: 'There is no such source.' })
  @ApiConflictResponse({ description: 'Somebody else changed it meanwhile, or another source has this code.' })
  change(@InScope() scope: Scope, @Param('code') code: string, @Body() edit: SourceEditDto): Promise<SourceDto> {
    return this.sources.change(scope, code, edit);
  }

  @Delete(':code')
  @Needs('change', 'sources')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a source nothing has come from' })
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: 'Rows have come from it, so it stays.' })
  remove(@InScope() scope: Scope, @Param('code') code: string): Promise<void> {
    return this.sources.remove(scope, code);
  }

  @Post(':code/keys')
  @Needs('change', 'sources')
  @ApiOperation({ summary: 'Make a key for a source; its secret is told in this answer and never again' })
  @ApiCreatedResponse({ type: MadeSourceKeyDto })
  makeKey(
    @InScope() scope: Scope,
    @Param('code') code: string,
    @Body() key: NewSourceKeyDto,
  ): Promise<MadeSourceKeyDto> {
    return this.sources.makeKey(scope, code, key);
  }

  @Delete(':code/keys/:id')
  @Needs('change', 'sources')
  @ApiOperation({ summary: 'Revoke a key: from the next request on it is worthless' })
  @ApiOkResponse({ type: SourceDto })
  @ApiNotFoundResponse({ description: 'There is no such key.' })
  revokeKey(
    @InScope() scope: Scope,
    @Param('code') code: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SourceDto> {
    return this.sources.revokeKey(scope, code, id);
  }
}
