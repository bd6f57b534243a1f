import { isLithuanianPersonalCode } from './lithuanian-personal-code.ts';
import { isNhsNumber } from './nhs-number.ts';
import { isPakistaniCnic } from './pakistani-cnic.ts';
import { isThaiCitizenId } from './thai-citizen-id.ts';
import { isVietnameseCitizenId } from './vietnamese-citizen-id.ts';
import type { WrittenNumber } from './written-number.ts';

/** True for a number that a state or a health service gave to a person. */
export function isNationalNumber(number: WrittenNumber): boolean {
  return (
    isThaiCitizenId(number) ||
    isLithuanianPersonalCode(number) ||
    isPakistaniCnic(number) ||
    isVietnameseCitizenId(number) ||
    isNhsNumber(number)
  );
}
