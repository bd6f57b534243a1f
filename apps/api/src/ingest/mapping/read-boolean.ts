import { withPlainDigits } from './native-digits.ts';
import { Refusal } from './refusal.ts';

const YES = new Set(['true', 'yes', 'y', 't', '1']);
const NO = new Set(['false', 'no', 'n', 'f', '0']);

/** Yes or no, by the words that exports use. */
export function readBoolean(cell: string): boolean | Refusal {
  const word = withPlainDigits(cell).trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : new Refusal('not-a-boolean', 'must be yes or no');
}
