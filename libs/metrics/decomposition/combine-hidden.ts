import { addedAnswers, allAnswers, type AnswersThenNow } from './scored-answers.ts';

/** A group of a split; `answers` is null where they may not be told in both periods. */
export interface MaybeTold {
  code: string;
  answers: AnswersThenNow | null;
}

export interface Combined {
  groups: { code: string; answers: AnswersThenNow }[];
  /** Whoever may not be told by themselves, together; null where everybody may. */
  others: { codes: string[]; answers: AnswersThenNow } | null;
}

/** Fewer put together would be one of them by another name. */
const FEWEST_TOGETHER = 2;

/**
 * Puts groups that may not be told into one, *others*: the whole less all that is told. Never one alone, nor fewer than
 * the minimum of answers in a period: then the smallest told group joins them. Null where nothing would be left to tell
 * apart, or something of the whole belongs to no group.
 */
export function combineHidden(groups: readonly MaybeTold[], whole: AnswersThenNow, minimum: number): Combined | null {
  const told = groups
    .flatMap(({ code, answers }) => (answers === null ? [] : [{ code, answers }]))
    .sort((a, b) => sizeOf(b.answers) - sizeOf(a.answers));
  const codes = groups.filter(({ answers }) => answers === null).map(({ code }) => code);
  const rest = (): AnswersThenNow => {
    const { now, then } = allAnswers(told.map(({ answers }) => answers));
    return { now: addedAnswers(whole.now, now, -1), then: addedAnswers(whole.then, then, -1) };
  };
  let answers = rest();
  if (codes.length === 0) return sizeOf(answers) === 0 ? { groups: inOrder(groups, told), others: null } : null;
  const few = (n: number): boolean => n < 0 || (n > 0 && n < minimum);
  while (codes.length < FEWEST_TOGETHER || few(answers.now.n) || few(answers.then.n)) {
    const smallest = told.pop();
    if (smallest === undefined) return null;
    codes.push(smallest.code);
    answers = rest();
  }
  return told.length === 0 ? null : { groups: inOrder(groups, told), others: { codes, answers } };
}

const sizeOf = ({ now, then }: AnswersThenNow): number => now.n + then.n;

function inOrder(groups: readonly MaybeTold[], told: readonly Combined['groups'][number][]): Combined['groups'] {
  return groups.flatMap(({ code }) => told.filter((one) => one.code === code));
}
