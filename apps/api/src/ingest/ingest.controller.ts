import type { Readable } from 'node:stream';
import {
  BadRequestException,
  Body,
  Controller,
  ForbiddenException,
  HttpCode,
  NotFoundException,
  Param,
  PayloadTooLargeException,
  Post,
  Query,
  Req,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { FACT_KINDS, type FactKind } from '#contracts/ingest/fact-kind.ts';
import { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { By } from '../access/request-principal.ts';
import type { Candidate } from './rows/candidate.ts';
import { ApiIngestBody } from './ingest-body.ts';
import { ErasureDto } from './erasure.dto.ts';
import { IngestQueryDto, SendQueryDto } from './ingest-query.dto.ts';
import { IngestService } from './ingest.service.ts';
import { candidateOf, ndjsonCandidates } from './ndjson.ts';
import { refuseOtherSource } from './own-source.ts';
import { SmallSendings } from './small-sendings.ts';

const ARRAY_ROWS = 5_000;

@ApiTags('ingest')
@Controller('api/v1/ingest')
export class IngestController {
  constructor(
    private readonly ingest: IngestService,
    private readonly sendings: SmallSendings,
  ) {}

  @Post(':kind')
  @Needs('send', 'rows')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send rows; sending the same ones again changes nothing, a changed one replaces the old' })
  @ApiParam({ name: 'kind', enum: FACT_KINDS })
  @ApiIngestBody()
  @ApiOkResponse({ type: IngestResultDto })
  send(
    @By() principal: Principal,
    @Param('kind') kind: string,
    @Query() { source, deliveredAt }: SendQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<IngestResultDto> {
    refuseOtherSource(principal, source);
    const target = { kind: factKind(kind), source };
    if (deliveredAt === undefined) return this.sendings.take(principal.scope, target, candidatesIn(request));
    refuseOthersThanSetUp(principal);
    return this.ingest.ingest(principal.scope, target, candidatesIn(request), { deliveredAt: Date.parse(deliveredAt) });
  }

  @Post(':kind/erasure')
  @Needs('erase', 'rows')
  @HttpCode(204)
  @ApiOperation({ summary: 'Erase one row, and take it out of every number' })
  @ApiParam({ name: 'kind', enum: FACT_KINDS })
  @ApiNoContentResponse()
  erase(
    @By() principal: Principal,
    @Param('kind') kind: string,
    @Query() { source }: IngestQueryDto,
    @Body() { externalId }: ErasureDto,
  ): Promise<void> {
    refuseOtherSource(principal, source);
    return this.ingest.erase(principal.scope, factKind(kind), source, externalId);
  }
}

/** When rows came is what lateness and delay are judged by: nobody who sends them day by day may say so. */
function refuseOthersThanSetUp({ person, sourceCode }: Principal): void {
  if (person !== undefined || sourceCode !== undefined) {
    throw new ForbiddenException(
      'Only whoever sets the installation up may say when rows came: leave out deliveredAt.',
    );
  }
}

function factKind(kind: string): FactKind {
  const known = FACT_KINDS.find((one) => one === kind);
  if (known === undefined) {
    throw new NotFoundException(
      `There is no such kind of row. Send to /api/v1/ingest/ followed by one of: ${FACT_KINDS.join(', ')}.`,
    );
  }
  return known;
}

/** The rows of a request: a JSON array that has been parsed, or NDJSON still streaming in. */
function candidatesIn({ body, headers }: FastifyRequest): AsyncIterable<Candidate[]> {
  const type = headers['content-type'] ?? '';
  if (/^application\/(x-)?ndjson|^application\/jsonl/i.test(type)) return ndjsonCandidates(heardOut(body as Readable));
  if (!/^application\/json/i.test(type)) throw new UnsupportedMediaTypeException(SEND);
  if (!Array.isArray(body)) throw new BadRequestException(`The body is not an array. ${SEND}`);
  if (body.length > ARRAY_ROWS) {
    throw new PayloadTooLargeException(
      `The array holds ${body.length} rows; send at most ${ARRAY_ROWS}, or NDJSON (application/x-ndjson) of any length.`,
    );
  }
  return arrayCandidates(body);
}

/** Chunks of a body; what still comes after a failure is let go by, so that the sender hears of it. */
async function* heardOut(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  } finally {
    body.resume();
  }
}

async function* arrayCandidates(rows: readonly unknown[]): AsyncGenerator<Candidate[]> {
  yield rows.map((value, index) => candidateOf(index + 1, JSON.stringify(value), value));
}

const SEND = 'Send a JSON array of rows as application/json, or one JSON object a line as application/x-ndjson.';
