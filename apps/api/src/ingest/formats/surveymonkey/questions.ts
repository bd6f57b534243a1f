import { columnNames } from '../../csv/column-names.ts';
import { plainWords } from '../delimited/plain-words.ts';

/** What the second row says below a question that has a single column. */
const WHOLE_ANSWER: ReadonlySet<string> = new Set(['', 'Response', 'Open-Ended Response']);

/**
 * Names of the columns below two rows of head. The first row holds a question over the first of its columns only, the
 * second the rows or choices of the question; together they say what a column is: `Please rate: Nurses`.
 */
export function questionNames(first: readonly string[], second: readonly string[]): string[] {
  let question = '';
  const names = first.map((cell, index) => {
    const part = plainWords(second[index] ?? '');
    question = plainWords(cell) || question;
    return WHOLE_ANSWER.has(part) ? question : `${question}: ${part}`;
  });
  return columnNames(names);
}
