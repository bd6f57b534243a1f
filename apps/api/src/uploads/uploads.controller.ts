import type { Readable } from 'node:stream';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Req,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { UploadDto, UploadsDto } from '#contracts/imports.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { By } from '../access/request-principal.ts';
import { senderOf } from './sender.ts';
import { NewUploadDto, PieceQueryDto } from './uploads.dto.ts';
import { UploadsService } from './uploads.service.ts';

@ApiTags('uploads')
@Controller('api/v1/uploads')
export class UploadsController {
  constructor(private readonly uploads: UploadsService) {}

  @Post()
  @Needs('send', 'rows')
  @ApiOperation({ summary: 'Begin to send a file, piece by piece' })
  @ApiCreatedResponse({ type: UploadDto })
  @ApiConflictResponse({ description: 'Too many files of this person are here already.' })
  begin(@By() principal: Principal, @Body() file: NewUploadDto): Promise<UploadDto> {
    return this.uploads.begin(senderOf(principal), file);
  }

  @Get()
  @Needs('send', 'rows')
  @ApiOperation({ summary: 'One’s files that are here, whole or in part, and were not imported' })
  @ApiOkResponse({ type: UploadsDto })
  list(@By() principal: Principal): Promise<UploadsDto> {
    return this.uploads.list(senderOf(principal));
  }

  @Get(':id')
  @Needs('send', 'rows')
  @ApiOperation({ summary: 'How much of a file is here; after a reload it goes on there' })
  @ApiOkResponse({ type: UploadDto })
  @ApiNotFoundResponse({ description: 'There is no such file, or it is somebody else’s.' })
  find(@By() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<UploadDto> {
    return this.uploads.describe(senderOf(principal), id);
  }

  @Put(':id/bytes')
  @Needs('send', 'rows')
  @ApiOperation({ summary: 'Send the next piece; once it is answered, it is safe' })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: UploadDto })
  @ApiConflictResponse({ description: 'The piece does not begin where the bytes that are here end; `received` tells.' })
  send(
    @By() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { offset }: PieceQueryDto,
    @Req() { body, headers }: FastifyRequest,
  ): Promise<UploadDto> {
    if (!isBytes(headers['content-type'])) throw new UnsupportedMediaTypeException(AS_BYTES);
    return this.uploads.append(senderOf(principal), id, offset, body as Readable);
  }

  @Delete(':id')
  @Needs('send', 'rows')
  @HttpCode(204)
  @ApiOperation({ summary: 'Throw a file away' })
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: 'It is being imported just now.' })
  remove(@By() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.uploads.remove(senderOf(principal), id);
  }
}

export const BYTES = 'application/octet-stream';
const isBytes = (type = ''): boolean => type.split(';')[0]?.trim().toLowerCase() === BYTES;
const AS_BYTES = `Send the piece as its plain bytes, with content-type: ${BYTES}.`;
