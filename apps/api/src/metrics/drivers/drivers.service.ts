import { Injectable } from '@nestjs/common';
import type { Dimension, Where } from '#contracts/dimension.ts';
import type { MetricAnswerDto, MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { DriverDto, DriversAnswerDto, RelationQueryDto } from '#contracts/metrics-drivers.dto.ts';
import { driversOf } from '#metrics/drivers/drivers.ts';
import { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { MetricsService } from '../metrics.service.ts';
import { readFilter } from '../question/filter.ts';
import { loadOrganisationView, type OrganisationView } from '../question/organisation-view.ts';
import { countBlocks } from './count-blocks.ts';
import { readReplies, type RepliesRead } from './read-replies.ts';
import { STEPS_SQL } from './relation-reads.query.ts';
import { DriversTeller, type Step } from './tell-drivers.ts';

/**
 * Which touchpoint's score moves the overall score most. Only of what `metrics/query` tells for the same dates and
 * filters: a touchpoint whose score is withheld is in no model, and where the overall score is, there is none.
 */
@Injectable()
export class DriversService {
  constructor(
    private readonly database: Database,
    private readonly metrics: MetricsService,
  ) {}

  async answer(scope: Scope, asked: RelationQueryDto): Promise<DriversAnswerDto> {
    const { touchpoint, ...visit } = asked.where ?? {};
    const whole = await this.csat(scope, asked, visit, []);
    const steps = await this.steps(scope, touchpoint);
    const each =
      steps.length === 0
        ? undefined
        : await this.csat(scope, asked, { ...visit, touchpoint: steps.map(({ code }) => code) }, ['touchpoint']);
    const points = each?.points ?? [];
    const overall = whole?.points[0] ?? null;
    const told = steps.filter(({ code }) => isTold(pointOf(points, code)));
    const { read, organisation } =
      overall !== null && isTold(overall)
        ? await this.read(scope, asked, visit)
        : { read: nothingRead(asked), organisation: null };
    const slots = told.map(({ slot }) => slot);
    const drivers = driversOf(countBlocks(read.replies, slots, { readFrom: read.readFrom, to: asked.to }));
    const teller = new DriversTeller(drivers, told, overall, organisation?.minimumResponses ?? 0);
    return {
      from: asked.from,
      to: asked.to,
      readFrom: read.readFrom,
      limited: read.limited,
      freshness: (whole ?? NO_ANSWER).freshness,
      explained: teller.explained(),
      overall,
      touchpoints: steps
        .flatMap((step): DriverDto[] => {
          const performance = pointOf(points, step.code);
          return performance === undefined
            ? []
            : [{ touchpoint: step.code, performance, importance: teller.importance(step, performance) }];
        })
        .sort((one, other) => (other.importance.value ?? -1) - (one.importance.value ?? -1)),
    };
  }

  private async csat(
    scope: Scope,
    { from, to }: RelationQueryDto,
    where: Where,
    by: Dimension[],
  ): Promise<MetricAnswerDto | undefined> {
    const { answers } = await this.metrics.answer(scope, { metrics: ['csat'], from, to, grain: 'total', by, where });
    return answers[0];
  }

  /** The touchpoints asked for, or the steps of the journey: their finer points are parts of them. */
  private async steps(scope: Scope, asked: readonly string[] | undefined): Promise<Step[]> {
    return this.database.inScope(scope, async (transaction) => {
      if (asked === undefined) return transaction.query<Step>(STEPS_SQL, [scope.organisationId]);
      const { touchpoints } = await loadOrganisationView(transaction, undefined);
      return touchpoints.filter(({ code }) => asked.includes(code));
    });
  }

  private async read(
    scope: Scope,
    { from, to }: RelationQueryDto,
    where: Where,
  ): Promise<{ read: RepliesRead; organisation: OrganisationView }> {
    return this.database.inScope(scope, async (transaction) => {
      const organisation = await loadOrganisationView(transaction, where);
      const { departmentIds, others } = readFilter(where, organisation).filter;
      const read = await readReplies(transaction, {
        departmentIds: departmentIds ?? organisation.departments.map(({ id }) => id),
        from,
        to,
        channels: others.get('channel')?.map(Number) ?? null,
        languages: others.get('language')?.map(String) ?? null,
        ofVisits: false,
      });
      return { read, organisation };
    });
  }
}

const nothingRead = ({ from }: RelationQueryDto): RepliesRead => ({ replies: [], readFrom: from, limited: false });
const NO_ANSWER = { freshness: { lastFactAt: null, provisional: false, sources: [], visits: null } };

const pointOf = (points: readonly MetricPointDto[], code: string): MetricPointDto | undefined =>
  points.find(({ by }) => by['touchpoint'] === code);

const isTold = (point: MetricPointDto | undefined): boolean => point !== undefined && point.value !== null;
