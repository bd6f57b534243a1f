import { BadRequestException, Injectable } from '@nestjs/common';
import type { Where } from '#contracts/dimension.ts';
import type { MetricAnswerDto, MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { RelationDto, RelationQueryDto, WaitEffectAnswerDto } from '#contracts/metrics-drivers.dto.ts';
import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import { WAIT_KINDS } from '#domain/wait.ts';
import type { WaitedReply } from '#metrics/wait-relation/clustered-slope.ts';
import { waitRelation } from '#metrics/wait-relation/wait-relation.ts';
import { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { MetricsService } from '../metrics.service.ts';
import { readFilter } from '../question/filter.ts';
import { loadOrganisationView } from '../question/organisation-view.ts';
import { matchWaits, type MatchedReplies } from './match-waits.ts';
import { readReplies } from './read-replies.ts';
import { readWaits } from './read-waits.ts';
import { hideRelation, tellRelation, untoldRelation } from './tell-relation.ts';

const METHOD = 'cluster-robust95';
/** Told in tenths of a point. */
const STEP = 0.1;
const USUAL_KIND = 'arrival-to-seen';
/** A reply may follow its visit by so many days. */
const DAYS_TO_REPLY = 30;
/** What both a reply and a wait know in the same sense: a channel of one is not that of the other. */
const SHARED: readonly string[] = ['site', 'department', 'wait-kind'];

/** Percentage points of CSAT for each ten minutes of waiting, from replies and waits of the same visits. */
@Injectable()
export class WaitEffectService {
  constructor(
    private readonly database: Database,
    private readonly metrics: MetricsService,
  ) {}

  async answer(scope: Scope, asked: RelationQueryDto): Promise<WaitEffectAnswerDto> {
    const { where, kind } = readWhere(asked.where);
    const waits = await this.numbers(scope, asked, ['wait-median', 'wait-within-promise'], {
      ...where,
      'wait-kind': [kind],
    });
    const [csat] = await this.numbers(scope, asked, ['csat'], where);
    const [overall, wait, promise] = [csat, ...waits].map((answer) => answer?.points[0]);
    const hidden = withheldOf(overall) ?? withheldOf(wait);
    const read = hidden === undefined ? await this.read(scope, asked, where, kind) : undefined;
    const tell = (replies: readonly WaitedReply[] | undefined): RelationDto =>
      hidden ?? tellRelationOf(replies ?? [], read?.minimumResponses ?? 0);
    return {
      kind,
      from: asked.from,
      to: asked.to,
      readFrom: read?.readFrom ?? asked.from,
      limited: read?.limited ?? false,
      freshness: (waits[0] ?? NO_ANSWER).freshness,
      perTenMinutes: tell(read?.waited),
      perTenMinutesBeyondPromise: hidden ?? withheldOf(promise) ?? tell(read?.beyond),
    };
  }

  private async numbers(
    scope: Scope,
    { from, to }: RelationQueryDto,
    metrics: string[],
    where: Where,
  ): Promise<MetricAnswerDto[]> {
    return (await this.metrics.answer(scope, { metrics, from, to, grain: 'total', where })).answers;
  }

  private async read(
    scope: Scope,
    { from, to }: RelationQueryDto,
    where: Where,
    kind: string,
  ): Promise<MatchedReplies & { readFrom: string; limited: boolean; minimumResponses: number }> {
    return this.database.inScope(scope, async (transaction) => {
      const organisation = await loadOrganisationView(transaction, where);
      const departmentIds =
        readFilter(where, organisation).filter.departmentIds ?? organisation.departments.map(({ id }) => id);
      const { replies, readFrom, limited } = await readReplies(transaction, {
        departmentIds,
        from,
        to,
        channels: null,
        languages: null,
        ofVisits: true,
      });
      const begun = dateOf(dayNumberOf(readFrom) - DAYS_TO_REPLY);
      const waits = await readWaits(transaction, {
        departmentIds,
        from: begun,
        to,
        kind: WAIT_KINDS.numberOf(kind) ?? 0,
      });
      const { minimumResponses } = organisation;
      return { ...matchWaits(replies, waits, { readFrom, to }), readFrom, limited, minimumResponses };
    });
  }
}

const NO_ANSWER = { freshness: { lastFactAt: null, provisional: false, sources: [], visits: null } };

function readWhere(asked: Where = {}): { where: Where; kind: string } {
  const unshared = Object.keys(asked).filter((dimension) => !SHARED.includes(dimension));
  const { 'wait-kind': kinds = [USUAL_KIND], ...where } = asked;
  const kind: unknown = Array.isArray(kinds) ? kinds[0] : undefined;
  const troubles = [
    ...unshared.map((dimension) => `where.${dimension}: what waiting does can be asked by ${SHARED.join(', ')} only`),
    ...(Array.isArray(kinds) && kinds.length === 1 && WAIT_KINDS.codes.some((code) => code === kind)
      ? []
      : [`where.wait-kind must name one kind of wait: ${WAIT_KINDS.codes.join(', ')}`]),
  ];
  if (troubles.length > 0) throw new BadRequestException(troubles);
  return { where, kind: String(kind) };
}

function withheldOf(point: MetricPointDto | undefined): RelationDto | undefined {
  const withheld = point?.withheld ?? null;
  return withheld === null ? undefined : hideRelation(METHOD, withheld);
}

function tellRelationOf(replies: readonly WaitedReply[], minimum: number): RelationDto {
  const { value, low, high, n, needed } = waitRelation(replies);
  if (value === null || low === null || high === null) {
    return untoldRelation(METHOD, needed === null ? 'never-varies' : 'too-few', needed);
  }
  return tellRelation({ value, low, high, n }, METHOD, STEP, minimum);
}
