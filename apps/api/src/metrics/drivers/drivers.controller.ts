import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBadRequestResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DriversAnswerDto, RelationQueryDto, WaitEffectAnswerDto } from '#contracts/metrics-drivers.dto.ts';
import { Needs } from '../../access/needs.decorator.ts';
import { InScope } from '../../access/request-principal.ts';
import type { Scope } from '../../database/scope.ts';
import { DriversService } from './drivers.service.ts';
import { WaitEffectService } from './wait-effect.service.ts';

@ApiTags('metrics')
@Controller('api/v1/metrics')
export class DriversController {
  constructor(
    private readonly drivers: DriversService,
    private readonly waits: WaitEffectService,
  ) {}

  @Post('drivers')
  @Needs('read', 'numbers')
  @HttpCode(200)
  @ApiOperation({ summary: 'Which touchpoint’s score moves the overall score most, beside how well each does' })
  @ApiOkResponse({ type: DriversAnswerDto })
  @ApiBadRequestResponse({ description: 'What is wrong with the question, and what is allowed instead.' })
  driversOf(@InScope() scope: Scope, @Body() question: RelationQueryDto): Promise<DriversAnswerDto> {
    return this.drivers.answer(scope, question);
  }

  @Post('wait-effect')
  @Needs('read', 'numbers')
  @HttpCode(200)
  @ApiOperation({ summary: 'How many points of CSAT ten minutes of waiting cost, in all and beyond what was promised' })
  @ApiOkResponse({ type: WaitEffectAnswerDto })
  @ApiBadRequestResponse({ description: 'What is wrong with the question, and what is allowed instead.' })
  waitEffect(@InScope() scope: Scope, @Body() question: RelationQueryDto): Promise<WaitEffectAnswerDto> {
    return this.waits.answer(scope, question);
  }
}
