import { isGrouped, type WrittenNumber } from './written-number.ts';

/** True for a Pakistani CNIC as it is printed, 35202-1234567-1: it has no check digit, so the groups have to tell. */
export function isPakistaniCnic(number: WrittenNumber): boolean {
  return /^[1-7]/.test(number.digits) && isGrouped(number, 5, 7, 1);
}
