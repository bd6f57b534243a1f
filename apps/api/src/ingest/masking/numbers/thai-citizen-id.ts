import { isGrouped, isUnbroken, type WrittenNumber, weighted } from './written-number.ts';

const WEIGHTS = [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2];

/** True for the number on a Thai identity card: 13 digits, also as 1-2345-67890-12-3, the last one a check digit. */
export function isThaiCitizenId(number: WrittenNumber): boolean {
  const { digits } = number;
  if (!/^[1-8]\d{12}$/.test(digits) || !(isUnbroken(number) || isGrouped(number, 1, 4, 5, 2, 1))) return false;
  return (11 - (weighted(digits, WEIGHTS) % 11)) % 10 === Number(digits[12]);
}
