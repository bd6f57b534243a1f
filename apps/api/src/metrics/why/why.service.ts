import { Injectable } from '@nestjs/common';
import type { WhyAnswerDto, WhyQueryDto } from '#contracts/why.dto.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { loadFreshness } from '../freshness.ts';
import { loadOrganisationView } from '../question/organisation-view.ts';
import { databaseState } from '../small-numbers/answered-snapshot.ts';
import { answersNeeded, SmallNumbers } from '../small-numbers/small-numbers.ts';
import { WhoAnswered } from '../small-numbers/who-answered.ts';
import { gatherWhy } from './gather-why.ts';
import { tellWhy } from './tell-why.ts';
import { toldOf } from './told-groups.ts';
import { readWhy } from './why-question.ts';

/** Answers "why did it change" from rollup cells, as far as the small numbers behind it stay hidden. */
@Injectable()
export class WhyService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly whoAnswered: WhoAnswered,
  ) {}

  /** Reads within the scope of whoever asks; what of it may be told is judged afterwards, by the whole organisation. */
  async why(scope: Scope, asked: WhyQueryDto): Promise<WhyAnswerDto> {
    const { why, gathered, lastFactAt, state } = await this.database.inScope(scope, async (transaction) => {
      const organisation = await loadOrganisationView(transaction, asked.where);
      const why = readWhy(asked, organisation, this.clock.today(organisation.timeZone));
      const { facts } = why.metric;
      const gathered = await gatherWhy(transaction, why);
      const lastFactAt = (await loadFreshness(transaction, new Set([facts]))).get(facts) ?? null;
      return { why, gathered, lastFactAt, state: await databaseState(transaction) };
    });
    const needs = [{ metric: why.metric, spans: [why.now, why.then] }];
    const moment = await this.whoAnswered.now(
      scope.organisationId,
      [...answersNeeded(why.groups, needs), ...answersNeeded(why.whole, needs)],
      state,
    );
    const judges = {
      groups: new SmallNumbers(why.groups, scope.departmentIds, moment),
      whole: new SmallNumbers(why.whole, scope.departmentIds, moment),
    };
    return tellWhy(asked, why, toldOf(why, gathered, judges), lastFactAt);
  }
}
