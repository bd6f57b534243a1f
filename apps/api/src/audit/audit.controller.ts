import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import {
  AuditQueryDto,
  AuditSearchDto,
  AuditSpanDto,
  BreachFileQueryDto,
  BreachQueryDto,
} from '#contracts/audit-query.dto.ts';
import { AuditActorDto, AuditPageDto, AuditVerificationDto, BreachReportDto } from '#contracts/audit.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { AuditService } from './audit.service.ts';
import { breachParts } from './breach-file.ts';

@ApiTags('audit')
@Controller('api/v1/audit')
export class AuditController {
  constructor(private readonly trail: AuditService) {}

  @Get()
  @Needs('read', 'audit')
  @ApiOperation({ summary: 'Who did what, newest first; with `record`, who saw that record' })
  @ApiOkResponse({ type: AuditPageDto })
  @ApiBadRequestResponse({ description: 'What is wrong with a filter.' })
  list(@InScope() scope: Scope, @Query() asked: AuditQueryDto): Promise<AuditPageDto> {
    return this.trail.search(scope, asked);
  }

  @Post('search')
  @Needs('read', 'audit')
  @HttpCode(200)
  @ApiOperation({ summary: 'The same, also by part of a name; names stay out of addresses' })
  @ApiOkResponse({ type: AuditPageDto })
  @ApiBadRequestResponse({ description: 'What is wrong with a filter.' })
  search(@InScope() scope: Scope, @Body() asked: AuditSearchDto): Promise<AuditPageDto> {
    return this.trail.search(scope, asked);
  }

  @Get('actors')
  @Needs('read', 'audit')
  @ApiOperation({ summary: 'The accounts and keys that have acted' })
  @ApiOkResponse({ type: [AuditActorDto] })
  actors(@InScope() scope: Scope): Promise<AuditActorDto[]> {
    return this.trail.actors(scope);
  }

  @Post('verification')
  @Needs('read', 'audit')
  @HttpCode(200)
  @ApiOperation({ summary: 'Recompute the whole trail: is it as it was written?' })
  @ApiOkResponse({ type: AuditVerificationDto })
  verify(@InScope() scope: Scope): Promise<AuditVerificationDto> {
    return this.trail.verify(scope);
  }

  @Get('export')
  @Needs('export', 'audit')
  @ApiOperation({ summary: 'The trail as NDJSON that anybody can verify (docs/audit.md)' })
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(@InScope() scope: Scope, @Query() span: AuditSpanDto): Promise<StreamableFile> {
    const lines = await this.trail.export(scope, span);
    return new StreamableFile(Readable.from(lines, { objectMode: false }), {
      type: 'application/x-ndjson',
      disposition: 'attachment; filename="audit-trail.ndjson"',
    });
  }

  @Get('breach-report')
  @Needs('read', 'audit')
  @ApiOperation({ summary: 'Everything one account or key read in a span of time' })
  @ApiOkResponse({ type: BreachReportDto })
  @ApiNotFoundResponse({ description: 'Nobody with that id has done anything.' })
  breach(@InScope() scope: Scope, @Query() asked: BreachQueryDto): Promise<BreachReportDto> {
    return this.trail.breach(scope, asked);
  }

  @Get('breach-report/file')
  @Needs('export', 'audit')
  @ApiOperation({ summary: 'The same with every record, as a file' })
  @ApiProduces('text/csv', 'application/json')
  @ApiOkResponse({ schema: { type: 'string' } })
  async breachFile(
    @InScope() scope: Scope,
    @Query() { format, ...asked }: BreachFileQueryDto,
  ): Promise<StreamableFile> {
    const { head, pages } = await this.trail.wholeBreach(scope, asked);
    return new StreamableFile(Readable.from(breachParts[format](head, pages), { objectMode: false }), {
      type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json',
      disposition: `attachment; filename="breach-report.${format}"`,
    });
  }
}
