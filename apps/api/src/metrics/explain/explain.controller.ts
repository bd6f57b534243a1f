import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBadRequestResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExplainQueryDto } from '#contracts/explain-query.dto.ts';
import { ExplanationDto } from '#contracts/explanation.dto.ts';
import { Needs } from '../../access/needs.decorator.ts';
import { InScope } from '../../access/request-principal.ts';
import type { Scope } from '../../database/scope.ts';
import { ExplainService } from './explain.service.ts';

@ApiTags('metrics')
@Controller('api/v1/metrics/explain')
export class ExplainController {
  constructor(private readonly explanations: ExplainService) {}

  @Post()
  @Needs('read', 'numbers')
  @HttpCode(200)
  @ApiOperation({ summary: 'How one number is computed: formula, counts, what is left out, signal rule, statement' })
  @ApiOkResponse({ type: ExplanationDto })
  @ApiBadRequestResponse({ description: 'What is wrong with the question, and what is allowed instead.' })
  @ApiNotFoundResponse({ description: 'Nobody answered in that group in that period.' })
  explain(@InScope() scope: Scope, @Body() asked: ExplainQueryDto): Promise<ExplanationDto> {
    return this.explanations.explain(scope, asked);
  }
}
