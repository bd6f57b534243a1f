import type { AnsweredTables } from './answered-tables.ts';
import { type AnswersNeed, nameOfNeed } from './answers-need.ts';

/** The answers of a whole organisation as they stood at one moment, as far as somebody needed them then. */
export class AnsweredMoment {
  constructor(private readonly tables: ReadonlyMap<string, AnsweredTables>) {}

  of(need: Pick<AnswersNeed, 'table' | 'by'>): AnsweredTables {
    const found = this.tables.get(nameOfNeed(need));
    if (found === undefined) throw new Error(`nobody looked who answered in ${nameOfNeed(need)}`);
    return found;
  }
}
