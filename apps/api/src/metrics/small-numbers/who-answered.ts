import { Injectable } from '@nestjs/common';
import { wholeOf } from '../../access/access.ts';
import { Database } from '../../database/database.ts';
import { AnsweredMoment } from './answered-moment.ts';
import { AnsweredSnapshot } from './answered-snapshot.ts';
import type { AnswersNeed } from './answers-need.ts';

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
  private readonly snapshot = new AnsweredSnapshot();

  constructor(private readonly database: Database) {}

  /**
   * The answers needed, as they stand when this is called or later; `state` is the database's after the asker has read.
   * Not to be called from within a transaction.
   */
  async now(organisationId: string, needs: readonly AnswersNeed[], state: string): Promise<AnsweredMoment> {
    const known = this.snapshot.known(organisationId, needs, state);
    if (known !== undefined) return new AnsweredMoment(known);
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
        const met = await this.database.inScope(wholeOf(organisationId), (transaction) =>
          this.snapshot.meet(transaction, needs),
        );
        for (const { answer } of served) answer(new AnsweredMoment(met));
      } catch (trouble) {
        for (const { refuse } of served) refuse(trouble);
      }
    }
    queue.running -= 1;
    if (queue.running === 0) this.queues.delete(organisationId);
  }
}
