import { randomUUID } from 'node:crypto';
import { BadRequestException, Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import type { Principal } from '../access/principal.ts';
import { By } from '../access/request-principal.ts';
import { IngestQueryDto } from './ingest-query.dto.ts';
import { IngestService } from './ingest.service.ts';
import { type MergeDto, MergesDto } from './merges.dto.ts';
import { refuseOtherSource } from './own-source.ts';
import type { Candidate } from './rows/candidate.ts';

@ApiTags('ingest')
@Controller('api/v1/ingest/merges')
export class MergesController {
  constructor(private readonly ingest: IngestService) {}

  @Post()
  @Needs('send', 'rows')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that two visits, or two numbers of a patient, are one; it can be undone as an import' })
  @ApiOkResponse({ type: IngestResultDto })
  merge(
    @By() principal: Principal,
    @Query() { source }: IngestQueryDto,
    @Body() { merges }: MergesDto,
  ): Promise<IngestResultDto> {
    refuseOtherSource(principal, source);
    return this.ingest.ingest(principal.scope, { kind: 'waits', source }, inOnePiece(merges.map(retirementOf)));
  }
}

/** The retired visit's wait, where it is named, is taken back, unless it is the only one that either of them tells. */
function retirementOf(merge: MergeDto, index: number): Candidate {
  const [retired, surviving] = [merge.retired.trim(), merge.surviving.trim()];
  const named = [merge.retiredExternalId, merge.survivingExternalId].filter((id) => id !== undefined);
  if (named.length === 1) {
    throw new BadRequestException(`merges[${index}] names the wait of only one visit: name both, or neither.`);
  }
  // Where no waits are named, there are none to be found: ids that nothing has.
  const [externalId = randomUUID(), survivor = randomUUID()] = named.map((id) => id.trim());
  if (retired === '' || surviving === '' || retired === surviving || externalId === survivor) {
    throw new BadRequestException(
      `merges[${index}] names one and the same twice, or nothing: retired and surviving have to be two.`,
    );
  }
  return {
    ...{ row: index + 1, raw: '', value: { externalId, visit: retired }, retracts: true },
    mergedInto: { visit: surviving, externalId: survivor },
  };
}

async function* inOnePiece(candidates: readonly Candidate[]): AsyncGenerator<readonly Candidate[]> {
  yield candidates;
}
