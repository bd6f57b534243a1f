import { BadRequestException, Injectable, NotFoundException } from '@nestjs/common';
import type { ExplainQueryDto } from '#contracts/explain-query.dto.ts';
import type { ExplanationDto } from '#contracts/explanation.dto.ts';
import type { MetricAnswerDto, MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { INTERVAL_FORMULAS } from '#metrics/making.ts';
import type { Metric } from '#metrics/metric.ts';
import { inWords } from '#metrics/part-names.ts';
import { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { FreshnessService } from '../../freshness/freshness.service.ts';
import type { Gathered } from '../answer/answer-question.ts';
import { contextOf } from '../answer/series.ts';
import { FED_BY } from '../freshness.ts';
import { MetricsService } from '../metrics.service.ts';
import { pointOf, questionOfPoint } from './asked-point.ts';
import { companionQuestion } from './companions.ts';
import { type Beside, leftOutOf } from './left-out.ts';
import { setAsideRows } from './set-aside.query.ts';
import { signalGrounds } from './signal-grounds.ts';
import { toldParts } from './told-parts.ts';
import { writtenStatement } from './written-statement.ts';

/** One number explained. Nothing is told here of what the answer to the same question withholds. */
@Injectable()
export class ExplainService {
  constructor(
    private readonly metrics: MetricsService,
    private readonly database: Database,
    private readonly freshness: FreshnessService,
  ) {}

  async explain(scope: Scope, asked: ExplainQueryDto): Promise<ExplanationDto> {
    const question = questionOfPoint(asked);
    const { answer, gathered } = await this.metrics.told(scope, question);
    if (gathered.question.periods.length !== 1) {
      throw new BadRequestException([
        `from and to must be one ${asked.grain === 'total' ? 'period' : asked.grain}: ask for the dates of the point`,
      ]);
    }
    const [told] = answer.answers;
    const [read] = gathered.metrics;
    const point = pointOf(answer, asked.metric, asked.by ?? {});
    if (told === undefined || read === undefined || point === undefined) {
      throw new NotFoundException('There is no such number: nobody answered in this group in these dates.');
    }
    const { metric } = read;
    const beside = await this.beside(scope, metric, question, { told, point, gathered });
    return {
      version: 1,
      metric: metric.code,
      name: metric.name,
      meaning: metric.meaning,
      definition: metric.source,
      unit: metric.unit,
      point,
      freshness: told.freshness,
      formula: { symbols: metric.making.formula, words: inWords(metric.making.formula) },
      interval: INTERVAL_FORMULAS[metric.method],
      ...fromCounts(metric, gathered, point),
      leftOut: leftOutOf(metric, point, beside),
      sources: await this.sources(scope, metric, gathered),
      statement: writtenStatement(metric, gathered.question, read.dates.now[0] ?? point),
    };
  }

  /** What lies beside the number: asked for as anybody asks, so that the same is withheld. */
  private async beside(
    scope: Scope,
    metric: Metric,
    question: MetricsQueryDto,
    { told, point, gathered }: { told: MetricAnswerDto; point: MetricPointDto; gathered: Gathered },
  ): Promise<Beside> {
    const others = companionQuestion(metric, question);
    const answer = others === null ? null : (await this.metrics.told(scope, others)).answer;
    const { touchpoint: _, ...by } = point.by;
    const setAside =
      scope.departmentIds === 'all'
        ? await this.database.inScope(scope, (transaction) => setAsideRows(transaction, FED_BY[metric.facts], point))
        : null;
    return {
      of: (code) => (answer === null ? undefined : pointOf(answer, code, by)),
      monthlyCounts: told.monthlyCounts,
      setAside,
      today: gathered.question.today,
    };
  }

  private async sources(scope: Scope, metric: Metric, { question }: Gathered): Promise<ExplanationDto['sources']> {
    if (scope.departmentIds !== 'all') return null;
    const feeding = await this.freshness.feeding(scope.organisationId);
    return feeding?.sources({ kinds: FED_BY[metric.facts], departments: question.filter.departmentIds }) ?? [];
  }
}

/** What is told of the counts themselves; of a group without any there are none but zeros. */
function fromCounts(
  metric: Metric,
  { metrics }: Gathered,
  point: MetricPointDto,
): Pick<ExplanationDto, 'counts' | 'summedUp' | 'places' | 'signalRule'> {
  const [read] = metrics;
  const counted = read?.series.find(({ series }) =>
    Object.entries(point.by).every(([dimension, code]) => series.by[dimension] === code),
  );
  const counts = read && counted ? counted.series.countsIn(read.dates.now[0] ?? point, point.from) : [];
  return {
    ...toldParts(metric, point, counts, contextOf(metric)),
    signalRule: read && counted ? signalGrounds(metric, counted, read.dates, point) : null,
  };
}
