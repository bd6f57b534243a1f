import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { BaselineDto, BaselineSayingDto, BaselinesDto, BaselinesQueryDto } from '#contracts/baselines.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { BaselinesService } from './baselines.service.ts';

@ApiTags('baselines')
@Controller('api/v1/baselines')
export class BaselinesController {
  constructor(private readonly baselines: BaselinesService) {}

  @Get()
  @Needs('read', 'numbers')
  @ApiOperation({ summary: 'What was said of the baselines of a metric, newest first, with what was taken back' })
  @ApiOkResponse({ type: BaselinesDto })
  @ApiBadRequestResponse({ description: 'There is no such metric, or weeks of it are not judged.' })
  list(@InScope() scope: Scope, @Query() { metric }: BaselinesQueryDto): Promise<BaselinesDto> {
    return this.baselines.list(scope, metric);
  }

  @Post()
  @Needs('change', 'baselines')
  @ApiOperation({
    summary: 'Freeze or move the baseline of a metric in a group, or mark a change after which it begins anew',
  })
  @ApiCreatedResponse({ type: BaselineDto })
  @ApiBadRequestResponse({ description: 'What is missing or wrong, field by field.' })
  @ApiForbiddenResponse({ description: 'Department heads set baselines of their own departments.' })
  @ApiConflictResponse({ description: 'So much has been said of this baseline that some has to be taken back first.' })
  say(@InScope() scope: Scope, @Body() saying: BaselineSayingDto): Promise<BaselineDto> {
    return this.baselines.say(scope, saying);
  }

  @Delete(':id')
  @Needs('change', 'baselines')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take back what was said, so that what held before holds again' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ description: 'Nothing of the kind holds.' })
  takeBack(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.baselines.takeBack(scope, id);
  }
}
