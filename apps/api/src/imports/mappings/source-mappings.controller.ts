import { Body, Controller, Get, NotFoundException, Param, Put } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { FACT_KINDS, type FactKind } from '#contracts/ingest/fact-kind.ts';
import { SourceMappingDto } from '#contracts/imports.dto.ts';
import { Needs } from '../../access/needs.decorator.ts';
import type { Principal } from '../../access/principal.ts';
import { By } from '../../access/request-principal.ts';
import { senderOf } from '../../uploads/sender.ts';
import { MappingEditDto } from './source-mappings.dto.ts';
import { SourceMappingsService } from './source-mappings.service.ts';

@ApiTags('imports')
@Controller('api/v1/sources/:code/mappings')
export class SourceMappingsController {
  constructor(private readonly mappings: SourceMappingsService) {}

  @Get(':kind')
  @Needs('send', 'rows')
  @ApiOperation({ summary: 'How the files of a source are read' })
  @ApiParam({ name: 'kind', enum: FACT_KINDS })
  @ApiOkResponse({ type: SourceMappingDto })
  @ApiNotFoundResponse({ description: 'There is no such source, or no mapping is kept for it.' })
  find(
    @By() principal: Principal,
    @Param('code') code: string,
    @Param('kind') kind: string,
  ): Promise<SourceMappingDto> {
    return this.mappings.find(senderOf(principal).scope, code, kindOf(kind));
  }

  @Put(':kind')
  @Needs('send', 'rows')
  @ApiOperation({ summary: 'Put right how the files of a source are read, from the next one on' })
  @ApiParam({ name: 'kind', enum: FACT_KINDS })
  @ApiOkResponse({ type: SourceMappingDto })
  @ApiNotFoundResponse({ description: 'There is no such source.' })
  @ApiConflictResponse({ description: 'Somebody else changed it meanwhile.' })
  change(
    @By() principal: Principal,
    @Param('code') code: string,
    @Param('kind') kind: string,
    @Body() edit: MappingEditDto,
  ): Promise<SourceMappingDto> {
    return this.mappings.change(senderOf(principal).scope, code, kindOf(kind), edit);
  }
}

function kindOf(kind: string): FactKind {
  const known = FACT_KINDS.find((one) => one === kind);
  if (known === undefined) throw new NotFoundException(`There is no such kind of row: ${FACT_KINDS.join(', ')}.`);
  return known;
}
