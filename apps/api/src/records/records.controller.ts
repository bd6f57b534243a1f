import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBadRequestResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordsPageDto, RecordsQueryDto } from '#contracts/records.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { RecordsService } from './records.service.ts';

@ApiTags('records')
@Controller('api/v1/records')
export class RecordsController {
  constructor(private readonly records: RecordsService) {}

  @Post('query')
  @Needs('read', 'words')
  @HttpCode(200)
  @ApiOperation({ summary: 'The records behind a mark: those that count in its metric, newest first' })
  @ApiOkResponse({ type: RecordsPageDto })
  @ApiBadRequestResponse({ description: 'What is wrong with the mark, and what is allowed instead.' })
  find(@InScope() scope: Scope, @Body() mark: RecordsQueryDto): Promise<RecordsPageDto> {
    return this.records.find(scope, mark, 'read');
  }

  @Post('export')
  @Needs('export', 'words')
  @HttpCode(200)
  @ApiOperation({ summary: 'The same, to be saved to a file; the trail tells so' })
  @ApiOkResponse({ type: RecordsPageDto })
  @ApiBadRequestResponse({ description: 'What is wrong with the mark, and what is allowed instead.' })
  export(@InScope() scope: Scope, @Body() mark: RecordsQueryDto): Promise<RecordsPageDto> {
    return this.records.find(scope, mark, 'exported');
  }
}
