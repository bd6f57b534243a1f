import { Injectable } from '@nestjs/common';
import { wholeOf } from '../../access/access.ts';
import { Database, type Transaction } from '../../database/database.ts';
import { AnsweredMoment } from './answered-moment.ts';
import { type AnswersNeed, joinedNeed, nameOfNeed } from './answers-need.ts';
import { DEPARTMENT_SITES_SQL } from './department-sites.query.ts';
import { FirstAnswersMemory } from './first-answers.ts';
import { type Answered, readAnswers } from './read-answers.ts';

interface Waiting {
  needs: readonly AnswersNeed[];
  answer(moment: AnsweredMoment): void;
  refuse(trouble: unknown): void;
}

interface Queue {
  waiting: Waiting[];
  running: number;
}

/** Two looks at a time keep a slow one from holding up a page. */
const MOST_AT_ONCE = 2;

/**
 * Who answered in a whole organisation, read to judge what may be told; nothing of it leaves but the judgement. The
 * questions of a page come at once: while a look is under way they wait and then share the next, so that each is judged
 * by answers read after it asked, never by older ones.
 */
@Injectable()
export class WhoAnswered {
  private readonly queues = new Map<string, Queue>();
  private readonly firstAnswers = new FirstAnswersMemory();

  constructor(private readonly database: Database) {}

  /** The answers needed, as they stand when this is called or later. Not to be called from within a transaction. */
  async now(organisationId: string, needs: readonly AnswersNeed[]): Promise<AnsweredMoment> {
    if (needs.length === 0) return new AnsweredMoment(new Map(), new Map());
    const queue = this.queues.get(organisationId) ?? { waiting: [], running: 0 };
    this.queues.set(organisationId, queue);
    return new Promise((answer, refuse) => {
      queue.waiting.push({ needs, answer, refuse });
      void this.serve(organisationId, queue);
    });
  }

  private async serve(organisationId: string, queue: Queue): Promise<void> {
    if (queue.running >= MOST_AT_ONCE) return;
    queue.running += 1;
    while (queue.waiting.length > 0) {
      const served = queue.waiting.splice(0);
      try {
        const needs = served.flatMap((one) => one.needs);
        const moment = await this.database.inScope(wholeOf(organisationId), (transaction) =>
          this.look(transaction, needs),
        );
        for (const { answer } of served) answer(moment);
      } catch (trouble) {
        for (const { refuse } of served) refuse(trouble);
      }
    }
    queue.running -= 1;
    if (queue.running === 0) this.queues.delete(organisationId);
  }

  private async look(transaction: Transaction, needs: readonly AnswersNeed[]): Promise<AnsweredMoment> {
    const answered = new Map<string, Answered>();
    for (const [name, [first, ...others]] of Map.groupBy(needs, nameOfNeed)) {
      if (first !== undefined)
        answered.set(name, await readAnswers(transaction, joinedNeed(first, others), this.firstAnswers));
    }
    const departments = await transaction.query<{ id: string; siteId: string }>(DEPARTMENT_SITES_SQL, [
      transaction.scope.organisationId,
    ]);
    return new AnsweredMoment(answered, new Map(departments.map(({ id, siteId }) => [id, siteId])));
  }
}
