import { Injectable } from '@nestjs/common';
import type { MetricsAnswerDto } from '#contracts/metric-answer.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { answerQuestion } from './answer/answer-question.ts';
import { Clock } from '../clock/clock.ts';
import { loadOrganisationView } from './question/organisation-view.ts';
import { readQuestion } from './question/read-question.ts';

/** Answers "metric M by D at grain G from A to B" from rollup cells. */
@Injectable()
export class MetricsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  answer(scope: Scope, asked: MetricsQueryDto): Promise<MetricsAnswerDto> {
    return this.database.inScope(scope, async (transaction) => {
      const organisation = await loadOrganisationView(transaction, asked.where);
      return answerQuestion(transaction, readQuestion(asked, organisation, this.clock.today(organisation.timeZone)));
    });
  }
}
