import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MaskedTextDto, MaskingEditDto, MaskingTrialDto, SourceMaskingDto } from '#contracts/masking.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { SourceMaskingService } from './source-masking.service.ts';

@ApiTags('sources')
@Controller('api/v1')
export class SourceMaskingController {
  constructor(private readonly masking: SourceMaskingService) {}

  @Get('sources/:code/masking')
  @Needs('read', 'sources')
  @ApiOperation({ summary: 'What is masked in the words of a source, and how much of it there was' })
  @ApiOkResponse({ type: SourceMaskingDto })
  @ApiNotFoundResponse({ description: 'There is no such source.' })
  read(@InScope() scope: Scope, @Param('code') code: string): Promise<SourceMaskingDto> {
    return this.masking.read(scope, code);
  }

  @Patch('sources/:code/masking')
  @Needs('change', 'sources')
  @ApiOperation({ summary: 'Choose what is masked in what comes from now on' })
  @ApiOkResponse({ type: SourceMaskingDto })
  @ApiNotFoundResponse({ description: 'There is no such source.' })
  @ApiConflictResponse({ description: 'Somebody else changed it meanwhile.' })
  change(
    @InScope() scope: Scope,
    @Param('code') code: string,
    @Body() edit: MaskingEditDto,
  ): Promise<SourceMaskingDto> {
    return this.masking.change(scope, code, edit);
  }

  @Post('masking/trial')
  @HttpCode(200)
  @Needs('read', 'sources')
  @ApiOperation({ summary: 'See a text as it would be stored; it is kept nowhere' })
  @ApiOkResponse({ type: MaskedTextDto })
  try(@Body() trial: MaskingTrialDto): MaskedTextDto {
    return this.masking.try(trial);
  }
}
