import {
  Body,
  Controller,
  ForbiddenException,
  Get,
  HttpCode,
  NotFoundException,
  Param,
  Patch,
  Post,
  Res,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import {
  ChangedRowsDto,
  LatestRedrivesDto,
  QuarantineEntryDto,
  QuarantinePageDto,
  QuarantineReasonsDto,
  RedrivesDto,
} from '#contracts/quarantine.dto.ts';
import {
  DismissDto,
  MendDto,
  QuarantineFilterDto,
  QuarantineRowsDto,
  QuarantineSearchDto,
  RedriveAskedDto,
  StopRedrivesDto,
} from '#contracts/quarantine-query.dto.ts';
import type { FastifyReply } from 'fastify';
import { Needs } from '../access/needs.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { By, InScope } from '../access/request-principal.ts';
import { isUuid, type Scope } from '../database/scope.ts';
import { RedriveService } from './drive/redrive.service.ts';
import { MendingService } from './mending.service.ts';
import { QuarantineReadingService } from './quarantine-reading.service.ts';

@ApiTags('quarantine')
@Controller('api/v1/quarantine')
export class QuarantineController {
  constructor(
    private readonly reading: QuarantineReadingService,
    private readonly mending: MendingService,
    private readonly driving: RedriveService,
  ) {}

  @Post('reasons')
  @Needs('read', 'quarantine')
  @HttpCode(200)
  @ApiOperation({ summary: 'Why rows were set aside, and how many for each reason' })
  @ApiOkResponse({ type: QuarantineReasonsDto })
  reasons(@InScope() scope: Scope, @Body() filter: QuarantineFilterDto): Promise<QuarantineReasonsDto> {
    return this.reading.reasons(scope, filter);
  }

  @Post('search')
  @Needs('read', 'quarantine')
  @HttpCode(200)
  @ApiOperation({ summary: 'The rows that were set aside, those seen last first' })
  @ApiOkResponse({ type: QuarantinePageDto })
  @ApiBadRequestResponse({ description: 'What is wrong with a filter.' })
  search(@InScope() scope: Scope, @Body() asked: QuarantineSearchDto): Promise<QuarantinePageDto> {
    return this.reading.search(scope, asked);
  }

  @Post('export')
  @Needs('read', 'quarantine')
  @HttpCode(200)
  @ApiOperation({ summary: 'The rows that a filter finds as a table (CSV), with the text of each' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(@InScope() scope: Scope, @Body() filter: QuarantineFilterDto): Promise<StreamableFile> {
    return new StreamableFile(await this.reading.export(scope, filter), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="set-aside.csv"',
    });
  }

  @Post('redrive')
  @Needs('mend', 'quarantine')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Drive rows in again, one or all that a filter finds, as mended and by the mapping of now',
    description:
      'A few rows are in with the answer (200); more go in whoever stays or leaves (202): quarantine/redrives tells how they get on.',
  })
  @ApiOkResponse({ type: RedrivesDto, description: 'All of it is done.' })
  @ApiAcceptedResponse({ type: RedrivesDto, description: 'It has begun, and goes on by itself.' })
  @ApiBadRequestResponse({ description: 'What is wrong with the mapping.' })
  async redrive(
    @By() { scope, abilities }: Principal,
    @Body() asked: RedriveAskedDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RedrivesDto> {
    if (asked.mapping?.createDepartments !== undefined && abilities.cannot('change', 'structure')) {
      throw new ForbiddenException('Setting up departments is for administrators: say which known one is meant.');
    }
    const begun = await this.driving.redrive(scope, asked);
    if (begun.imports.every(({ done }) => done)) reply.status(200);
    return begun;
  }

  @Get('redrives')
  @Needs('read', 'quarantine')
  @ApiOperation({ summary: 'Rows being driven in again just now, and what became of those of the last hour' })
  @ApiOkResponse({ type: LatestRedrivesDto })
  async redrives(@InScope() scope: Scope): Promise<LatestRedrivesDto> {
    return { imports: await this.driving.latest(scope) };
  }

  @Post('redrives/stop')
  @Needs('mend', 'quarantine')
  @HttpCode(200)
  @ApiOperation({ summary: 'Drive no more rows of these in; what is in by then stays, the others wait on' })
  @ApiOkResponse({ type: LatestRedrivesDto })
  async stop(@InScope() scope: Scope, @Body() { imports }: StopRedrivesDto): Promise<LatestRedrivesDto> {
    return { imports: await this.driving.stop(scope, imports) };
  }

  @Post('dismiss')
  @Needs('mend', 'quarantine')
  @HttpCode(200)
  @ApiOperation({ summary: 'Leave rows out for good; for thirty days that can be taken back' })
  @ApiOkResponse({ type: ChangedRowsDto })
  dismiss(@InScope() scope: Scope, @Body() asked: DismissDto): Promise<ChangedRowsDto> {
    return this.mending.dismiss(scope, asked);
  }

  @Post('restore')
  @Needs('mend', 'quarantine')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let rows that were left out wait again' })
  @ApiOkResponse({ type: ChangedRowsDto })
  restore(@InScope() scope: Scope, @Body() asked: QuarantineRowsDto): Promise<ChangedRowsDto> {
    return this.mending.restore(scope, asked);
  }

  @Get(':id')
  @Needs('read', 'quarantine')
  @ApiOperation({ summary: 'One row that was set aside, whole' })
  @ApiOkResponse({ type: QuarantineEntryDto })
  @ApiNotFoundResponse({ description: 'There is no such row.' })
  find(@InScope() scope: Scope, @Param('id') id: string): Promise<QuarantineEntryDto> {
    return this.reading.find(scope, idOf(id));
  }

  @Patch(':id')
  @Needs('mend', 'quarantine')
  @ApiOperation({ summary: 'Mend a row field by field; the answer tells what is still wrong with it' })
  @ApiOkResponse({ type: QuarantineEntryDto })
  @ApiBadRequestResponse({ description: 'What is wrong with the values.' })
  @ApiNotFoundResponse({ description: 'There is no such row.' })
  @ApiConflictResponse({ description: 'It is settled or left out, or somebody else changed it meanwhile.' })
  mend(@InScope() scope: Scope, @Param('id') id: string, @Body() mending: MendDto): Promise<QuarantineEntryDto> {
    return this.mending.mend(scope, idOf(id), mending);
  }
}

function idOf(text: string): string {
  if (!isUuid(text)) throw new NotFoundException('This row is not kept any more, or never was set aside.');
  return text;
}
