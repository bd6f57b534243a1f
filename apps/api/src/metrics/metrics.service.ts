import { Injectable } from '@nestjs/common';
import type { MetricsAnswerDto } from '#contracts/metric-answer.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { FreshnessService } from '../freshness/freshness.service.ts';
import { answerOf, gatherAnswer, type Gathered, tellingNeeds } from './answer/answer-question.ts';
import { tellFreshness } from './answer/tell-freshness.ts';
import { monthlyCountsNote, questionOfCounts } from './answer/monthly-counts-note.ts';
import { Clock } from '../clock/clock.ts';
import { loadOrganisationView } from './question/organisation-view.ts';
import { readQuestion } from './question/read-question.ts';
import { databaseState } from './small-numbers/answered-snapshot.ts';
import { answersNeeded, SmallNumbers } from './small-numbers/small-numbers.ts';
import { WhoAnswered } from './small-numbers/who-answered.ts';

/** Answers "metric M by D at grain G from A to B" from rollup cells. */
@Injectable()
export class MetricsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly whoAnswered: WhoAnswered,
    private readonly freshness: FreshnessService,
  ) {}

  async answer(scope: Scope, asked: MetricsQueryDto): Promise<MetricsAnswerDto> {
    return (await this.told(scope, asked)).answer;
  }

  /**
   * The answer beside the counts it was made of, of which only what the answer tells may be told. Reads within the scope
   * of whoever asks; what of it may be told is judged afterwards, by the whole organisation.
   */
  async told(scope: Scope, asked: MetricsQueryDto): Promise<{ answer: MetricsAnswerDto; gathered: Gathered }> {
    const { gathered, counts, state } = await this.database.inScope(scope, async (transaction) => {
      const organisation = await loadOrganisationView(transaction, asked.where);
      const question = readQuestion(asked, organisation, this.clock.today(organisation.timeZone));
      const gathered = await gatherAnswer(transaction, question);
      const ofCounts = questionOfCounts(question);
      const counts = ofCounts === null ? null : await gatherAnswer(transaction, ofCounts);
      return { gathered, counts, state: await databaseState(transaction) };
    });
    const { question } = gathered;
    const needs = [
      ...answersNeeded(question, tellingNeeds(gathered)),
      ...(counts === null ? [] : answersNeeded(counts.question, tellingNeeds(counts))),
    ];
    const moment = await this.whoAnswered.now(scope.organisationId, needs, state);
    const few = (asked: typeof question): SmallNumbers => new SmallNumbers(asked, scope.departmentIds, moment);
    const note = monthlyCountsNote(question, counts, few(counts?.question ?? question));
    const answer = answerOf(gathered, few(question), note);
    const feeding = await this.freshness.feeding(scope.organisationId);
    if (feeding !== null) tellFreshness(answer, question, feeding, scope);
    return { answer, gathered };
  }
}
