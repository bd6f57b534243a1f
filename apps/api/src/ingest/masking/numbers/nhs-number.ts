import { isGrouped, isUnbroken, type WrittenNumber, weighted } from './written-number.ts';

const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];

/** True for an NHS number of England, Wales or Northern Ireland: ten digits, the last one a check digit. */
export function isNhsNumber(number: WrittenNumber): boolean {
  const { digits } = number;
  if (!/^(?:3[2-9]|4|6|7|9)\d+$/.test(digits) || digits.length !== 10 || number.plus) return false;
  if (!isUnbroken(number) && !isGrouped(number, 3, 3, 4)) return false;
  const check = 11 - (weighted(digits, WEIGHTS) % 11);
  return check !== 10 && check % 11 === Number(digits[9]);
}
