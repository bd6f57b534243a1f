import { BadRequestException, Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { ComplaintDto, ComplaintsPageDto, ComplaintStepDto } from '#contracts/complaints.dto.ts';
import { LogComplaintDto } from '#contracts/log-complaint.dto.ts';
import { ComplaintsQueryDto, ComplaintsSearchDto } from '#contracts/complaints-query.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { ComplaintsService } from './complaints.service.ts';
import { unknownComplaint } from './take-step.ts';

@ApiTags('complaints')
@Controller('api/v1/complaints')
export class ComplaintsController {
  constructor(private readonly complaints: ComplaintsService) {}

  @Get()
  @Needs('read', 'complaints')
  @ApiOperation({ summary: 'The queue: what is due first comes first' })
  @ApiOkResponse({ type: ComplaintsPageDto })
  @ApiBadRequestResponse({ description: 'A filter value nobody knows; the message lists those that are.' })
  list(@InScope() scope: Scope, @Query() query: ComplaintsQueryDto): Promise<ComplaintsPageDto> {
    return this.complaints.list(scope, query);
  }

  @Post('search')
  @Needs('read', 'complaints')
  @HttpCode(200)
  @ApiOperation({ summary: 'The queue by the same filters and by words; words stay out of addresses' })
  @ApiOkResponse({ type: ComplaintsPageDto })
  @ApiBadRequestResponse({ description: 'A filter value nobody knows; the message lists those that are.' })
  search(@InScope() scope: Scope, @Body() asked: ComplaintsSearchDto): Promise<ComplaintsPageDto> {
    return this.complaints.list(scope, asked);
  }

  @Get(':number')
  @Needs('read', 'complaints')
  @ApiOperation({ summary: 'One complaint with its history' })
  @ApiParam({ name: 'number', type: Number, example: 2291 })
  @ApiOkResponse({ type: ComplaintDto })
  @ApiNotFoundResponse({ description: 'There is no such complaint.' })
  find(@InScope() scope: Scope, @Param('number') number: string): Promise<ComplaintDto> {
    return this.complaints.find(scope, numberOf(number));
  }

  @Post()
  @Needs('log', 'complaints')
  @ApiOperation({ summary: 'Take down a complaint that reached somebody' })
  @ApiCreatedResponse({ type: ComplaintDto })
  @ApiBadRequestResponse({ description: 'What is missing or wrong, field by field.' })
  log(@InScope() scope: Scope, @Body() complaint: LogComplaintDto): Promise<ComplaintDto> {
    return this.complaints.log(scope, complaint);
  }

  @Post(':number/steps')
  @Needs('work', 'complaints')
  @HttpCode(200)
  @ApiOperation({ summary: 'Move a complaint along its stages, or add a note' })
  @ApiParam({ name: 'number', type: Number, example: 2291 })
  @ApiOkResponse({ type: ComplaintDto, description: 'The complaint after the step.' })
  @ApiBadRequestResponse({ description: 'The stages do not allow the move; the message names those that are allowed.' })
  @ApiNotFoundResponse({ description: 'There is no such complaint.' })
  @ApiConflictResponse({ description: 'It has changed since the version given was read.' })
  step(
    @InScope() scope: Scope,
    @Param('number') number: string,
    @Body() step: ComplaintStepDto,
  ): Promise<ComplaintDto> {
    return this.complaints.step(scope, numberOf(number), step);
  }
}

const LARGEST_NUMBER = 2 ** 31 - 1;

function numberOf(text: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw new BadRequestException('number must be the digits of a complaint number, like 2291');
  if (Number(text) > LARGEST_NUMBER) throw unknownComplaint(text);
  return Number(text);
}
