import { Body, Controller, Get, Post } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { InboxFilesDto, UploadDto } from '#contracts/imports.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { By } from '../access/request-principal.ts';
import { senderOf } from '../uploads/sender.ts';
import { PrepareInboxFileDto } from './inbox.dto.ts';
import { PrepareInboxFile } from './prepare-inbox-file.ts';

@ApiTags('imports')
@Controller('api/v1/inbox')
export class InboxController {
  constructor(private readonly files: PrepareInboxFile) {}

  @Get()
  @Needs('send', 'rows')
  @ApiOperation({ summary: 'Files of the watched folder that wait for somebody, and for what' })
  @ApiOkResponse({ type: InboxFilesDto })
  list(@By() principal: Principal): InboxFilesDto {
    return this.files.list(senderOf(principal).scope);
  }

  @Post('preparation')
  @Needs('send', 'rows')
  @ApiOperation({ summary: 'Take a file of the watched folder to oneself, to say how it is read' })
  @ApiCreatedResponse({ type: UploadDto })
  @ApiNotFoundResponse({ description: 'No such file waits for a mapping.' })
  @ApiConflictResponse({ description: 'Too many files of this person are here already, or it is still being written.' })
  prepare(@By() principal: Principal, @Body() { source, name }: PrepareInboxFileDto): Promise<UploadDto> {
    return this.files.prepare(senderOf(principal), source, name);
  }
}
