import { isUnbroken, type WrittenNumber, weighted } from './written-number.ts';

const FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1];
const SECOND = [3, 4, 5, 6, 7, 8, 9, 1, 2, 3];

/** True for a Lithuanian asmens kodas: century and sex, a date of birth, a serial number and a check digit. */
export function isLithuanianPersonalCode(number: WrittenNumber): boolean {
  const { digits } = number;
  if (!/^[1-6]\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}$/.test(digits)) return false;
  return isUnbroken(number) && checkDigit(digits) === Number(digits[10]);
}

function checkDigit(digits: string): number {
  const first = weighted(digits, FIRST) % 11;
  if (first < 10) return first;
  const second = weighted(digits, SECOND) % 11;
  return second < 10 ? second : 0;
}
