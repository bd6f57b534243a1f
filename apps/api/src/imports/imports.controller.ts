import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ImportDto, ImportPreviewDto, ImportsDto } from '#contracts/imports.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { By } from '../access/request-principal.ts';
import { senderOf } from '../uploads/sender.ts';
import { ImportsQueryDto, NewImportDto, PreviewWishDto } from './imports.dto.ts';
import { ImportsService } from './imports.service.ts';
import { PreviewService } from './preview/preview.service.ts';

@ApiTags('imports')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly previews: PreviewService,
  ) {}

  @Post('preview')
  @Needs('send', 'rows')
  @HttpCode(200)
  @ApiOperation({
    summary: 'How a file would be read: its columns, its first rows as they would be stored, what to ask',
  })
  @ApiOkResponse({ type: ImportPreviewDto })
  @ApiBadRequestResponse({
    description: 'The file cannot be read, or the mapping does not fit it; the message says why.',
  })
  preview(@By() principal: Principal, @Body() wish: PreviewWishDto): Promise<ImportPreviewDto> {
    return this.previews.preview(senderOf(principal), wish);
  }

  @Post()
  @Needs('send', 'rows')
  @HttpCode(202)
  @ApiOperation({ summary: 'Take in the rows of a file; it goes on whoever stays or leaves' })
  @ApiAcceptedResponse({ type: ImportDto })
  @ApiBadRequestResponse({ description: 'The file cannot be read, or the mapping is not one; the message says why.' })
  @ApiConflictResponse({ description: 'The file is not here as a whole, or is being read just now.' })
  begin(@By() principal: Principal, @Body() wish: NewImportDto): Promise<ImportDto> {
    return this.imports.begin(senderOf(principal), wish);
  }

  @Get()
  @Needs('send', 'rows')
  @ApiOperation({ summary: 'What came in, by whichever way, and what became of it' })
  @ApiOkResponse({ type: ImportsDto })
  list(@By() principal: Principal, @Query() asked: ImportsQueryDto): Promise<ImportsDto> {
    return this.imports.list(senderOf(principal).scope, asked);
  }

  @Get(':id')
  @Needs('send', 'rows')
  @ApiOperation({ summary: 'One import: how far it is, what became of its rows, and why some were set aside' })
  @ApiOkResponse({ type: ImportDto })
  @ApiNotFoundResponse({ description: 'There is no such import.' })
  find(@By() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<ImportDto> {
    return this.imports.find(senderOf(principal).scope, id);
  }

  @Post(':id/stop')
  @Needs('send', 'rows')
  @HttpCode(200)
  @ApiOperation({ summary: 'Stop an import; what is in by then stays, and can be undone' })
  @ApiOkResponse({ type: ImportDto })
  @ApiConflictResponse({ description: 'Its rows are sent by a machine.' })
  stop(@By() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<ImportDto> {
    return this.imports.stop(senderOf(principal).scope, id);
  }

  @Post(':id/undo')
  @Needs('send', 'rows')
  @HttpCode(200)
  @ApiOperation({ summary: 'Undo an import as a whole: what it put in goes, what it replaced comes back' })
  @ApiOkResponse({ type: ImportDto })
  @ApiConflictResponse({ description: 'It is still going on, was undone before, or is too old.' })
  undo(@By() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<ImportDto> {
    return this.imports.undo(senderOf(principal), id);
  }
}
