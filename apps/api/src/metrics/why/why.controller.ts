import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBadRequestResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WhyAnswerDto, WhyQueryDto } from '#contracts/why.dto.ts';
import { Needs } from '../../access/needs.decorator.ts';
import { InScope } from '../../access/request-principal.ts';
import type { Scope } from '../../database/scope.ts';
import { WhyService } from './why.service.ts';

@ApiTags('metrics')
@Controller('api/v1/metrics/why')
export class WhyController {
  constructor(private readonly reasons: WhyService) {}

  @Post()
  @Needs('read', 'numbers')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Why CSAT or NPS changed: parts within groups and of the mix of answers, nothing left over',
  })
  @ApiOkResponse({ type: WhyAnswerDto })
  @ApiBadRequestResponse({ description: 'What is wrong with the question, and what is allowed instead.' })
  why(@InScope() scope: Scope, @Body() asked: WhyQueryDto): Promise<WhyAnswerDto> {
    return this.reasons.why(scope, asked);
  }
}
