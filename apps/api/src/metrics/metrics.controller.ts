import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBadRequestResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MetricsAnswerDto } from '#contracts/metric-answer.dto.ts';
import { MetricCatalogueDto } from '#contracts/metric-catalogue.dto.ts';
import { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { metricCatalogue } from './metric-catalogue.ts';
import { MetricsService } from './metrics.service.ts';

@ApiTags('metrics')
@Controller('api/v1/metrics')
export class MetricsController {
  constructor(private readonly metrics: MetricsService) {}

  @Get()
  @Needs('read', 'numbers')
  @ApiOperation({ summary: 'The catalogue: what can be asked, what it means, and what it can be broken down by' })
  @ApiOkResponse({ type: MetricCatalogueDto })
  catalogue(): MetricCatalogueDto {
    return metricCatalogue();
  }

  @Post('query')
  @Needs('read', 'numbers')
  @HttpCode(200)
  @ApiOperation({ summary: 'Metrics by dimensions over time, each value with its n, interval and method' })
  @ApiOkResponse({ type: MetricsAnswerDto })
  @ApiBadRequestResponse({ description: 'What is wrong with the question, and what is allowed instead.' })
  query(@InScope() scope: Scope, @Body() question: MetricsQueryDto): Promise<MetricsAnswerDto> {
    return this.metrics.answer(scope, question);
  }
}
