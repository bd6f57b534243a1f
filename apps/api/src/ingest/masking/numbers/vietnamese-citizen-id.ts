import { isGrouped, isUnbroken, type WrittenNumber } from './written-number.ts';

/** A province (001–096), the century with the sex, the year of birth, and six digits of chance. */
const STRUCTURE = /^0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}$/;

/** True for a Vietnamese căn cước công dân: 12 digits without a check digit, known by how they are made up. */
export function isVietnameseCitizenId(number: WrittenNumber): boolean {
  if (number.plus || !STRUCTURE.test(number.digits)) return false;
  return isUnbroken(number) || isGrouped(number, 3, 3, 3, 3) || isGrouped(number, 4, 4, 4);
}
