import { Injectable } from '@nestjs/common';
import type { MetricsCompareDto, MetricsComparisonDto } from '#contracts/metrics-compare.dto.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { FreshnessService } from '../../freshness/freshness.service.ts';
import { answerOf, gatherAnswer, type Gathered, tellingNeeds } from '../answer/answer-question.ts';
import { tellFreshness } from '../answer/tell-freshness.ts';
import { loadOrganisationView } from '../question/organisation-view.ts';
import { databaseState } from '../small-numbers/answered-snapshot.ts';
import { answersNeeded, SmallNumbers } from '../small-numbers/small-numbers.ts';
import { WhoAnswered } from '../small-numbers/who-answered.ts';
import { comparedQuestions } from './compared-questions.ts';
import { type AnsweredSide, comparisonOf } from './comparison-of.ts';

/** Answers "how does B differ from A" from rollup cells. */
@Injectable()
export class CompareService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly whoAnswered: WhoAnswered,
    private readonly freshness: FreshnessService,
  ) {}

  /** Each side is read, judged and told as a question of its own would be. */
  async compare(scope: Scope, asked: MetricsCompareDto): Promise<MetricsComparisonDto> {
    const { a, b, state } = await this.database.inScope(scope, async (transaction) => {
      const organisations = {
        a: await loadOrganisationView(transaction, asked.a.where),
        b: await loadOrganisationView(transaction, asked.b.where),
      };
      const questions = comparedQuestions(asked, organisations, this.clock.today(organisations.b.timeZone));
      const a = await gatherAnswer(transaction, questions.a);
      const b = await gatherAnswer(transaction, questions.b);
      return { a, b, state: await databaseState(transaction) };
    });
    const needs = [a, b].flatMap((gathered) => answersNeeded(gathered.question, tellingNeeds(gathered)));
    const moment = await this.whoAnswered.now(scope.organisationId, needs, state);
    const feeding = await this.freshness.feeding(scope.organisationId);
    const answered = (gathered: Gathered): AnsweredSide => {
      const { question } = gathered;
      const answer = answerOf(gathered, new SmallNumbers(question, scope.departmentIds, moment), () => null);
      if (feeding !== null) tellFreshness(answer, question, feeding, scope);
      return { gathered, answers: answer.answers };
    };
    return comparisonOf(answered(a), answered(b));
  }
}
