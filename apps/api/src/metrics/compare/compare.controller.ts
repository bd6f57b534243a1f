import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBadRequestResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MetricsCompareDto, MetricsComparisonDto } from '#contracts/metrics-compare.dto.ts';
import { Needs } from '../../access/needs.decorator.ts';
import { InScope } from '../../access/request-principal.ts';
import type { Scope } from '../../database/scope.ts';
import { CompareService } from './compare.service.ts';

@ApiTags('metrics')
@Controller('api/v1/metrics/compare')
export class CompareController {
  constructor(private readonly comparisons: CompareService) {}

  @Post()
  @Needs('read', 'numbers')
  @HttpCode(200)
  @ApiOperation({ summary: 'How B differs from A, two periods or two groups, with the difference and its interval' })
  @ApiOkResponse({ type: MetricsComparisonDto })
  @ApiBadRequestResponse({ description: 'What is wrong with the question, and what is allowed instead.' })
  compare(@InScope() scope: Scope, @Body() asked: MetricsCompareDto): Promise<MetricsComparisonDto> {
    return this.comparisons.compare(scope, asked);
  }
}
