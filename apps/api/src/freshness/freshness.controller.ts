import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SourceDeliveriesDto } from '#contracts/freshness.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { ExpectationEditDto } from './expectation-edit.dto.ts';
import { FreshnessService } from './freshness.service.ts';

@ApiTags('sources')
@Controller('api/v1/sources')
export class FreshnessController {
  constructor(private readonly freshness: FreshnessService) {}

  @Get(':code/freshness')
  @Needs('read', 'sources')
  @ApiOperation({ summary: 'How a source delivers: day by day, what is expected of it, and what was found' })
  @ApiOkResponse({ type: SourceDeliveriesDto })
  @ApiNotFoundResponse({ description: 'There is no such source.' })
  deliveries(@InScope() scope: Scope, @Param('code') code: string): Promise<SourceDeliveriesDto> {
    return this.freshness.deliveries(scope, code);
  }

  @Put(':code/expectation')
  @Needs('change', 'sources')
  @ApiOperation({ summary: 'Say how often a source should deliver' })
  @ApiOkResponse({ type: SourceDeliveriesDto })
  @ApiNotFoundResponse({ description: 'There is no such source.' })
  expect(
    @InScope() scope: Scope,
    @Param('code') code: string,
    @Body() wish: ExpectationEditDto,
  ): Promise<SourceDeliveriesDto> {
    return this.freshness.expect(scope, code, wish);
  }
}
