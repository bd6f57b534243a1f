import { describe, expect, it } from '@jest/globals';
import { isCardNumber } from './card-number.ts';
import { isLithuanianPersonalCode } from './lithuanian-personal-code.ts';
import { isNhsNumber } from './nhs-number.ts';
import { isPakistaniCnic } from './pakistani-cnic.ts';
import { isPhoneNumber } from './phone-number.ts';
import { isThaiCitizenId } from './thai-citizen-id.ts';
import { isVietnameseCitizenId } from './vietnamese-citizen-id.ts';
import type { WrittenNumber } from './written-number.ts';

/** A number as somebody wrote it. */
function written(text: string): WrittenNumber {
  const groups = text.match(/\d+/g) ?? [];
  const gaps = text.replace(/^[^\d]+/, '').match(/[^\d]+/g) ?? [];
  return {
    digits: groups.join(''),
    groups: groups.map(({ length }) => length),
    gaps,
    plus: text.startsWith('+'),
    before: '',
    after: '',
  };
}

type Case = readonly [text: string, is: boolean];
const cases = (name: string, test: (number: WrittenNumber) => boolean, table: readonly Case[]): void =>
  describe(name, () => {
    it.each(table)('%s: %p', (text, is) => expect(test(written(text))).toBe(is));
  });

cases('a Thai citizen id', isThaiCitizenId, [
  ['1101700230708', true],
  ['1-1017-00230-70-8', true],
  ['1 1017 00230 70 8', true],
  ['1101700230709', false],
  ['1101700320708', false],
  ['9101700230708', false],
  ['110-170-023-0708', false],
]);

cases('a Lithuanian personal code', isLithuanianPersonalCode, [
  ['39001010000', true],
  ['47805120348', true],
  ['39001010001', false],
  ['39013010000', false],
  ['79001010000', false],
  ['390 0101 0000', false],
]);

cases('a Pakistani CNIC', isPakistaniCnic, [
  ['35202-1234567-1', true],
  ['35202 1234567 1', true],
  ['3520212345671', false],
  ['95202-1234567-1', false],
  ['3520-21234567-1', false],
]);

cases('a Vietnamese citizen id', isVietnameseCitizenId, [
  ['079123456789', true],
  ['001 099 012 345', true],
  ['0011 9901 2345', true],
  ['097123456789', false],
  ['000123456789', false],
  ['079923456789', false],
  ['07912345678', false],
]);

cases('an NHS number', isNhsNumber, [
  ['943 476 5919', true],
  ['9434765919', true],
  ['943-476-5919', true],
  ['943 476 5918', false],
  ['943 476 9519', false],
  ['94 3476 5919', false],
]);

cases('a card number', isCardNumber, [
  ['4111 1111 1111 1111', true],
  ['4111-1111-1111-1111', true],
  ['378282246310005', true],
  ['3782 822463 10005', true],
  ['9704 3612 3456 7895', true],
  ['4111111111111112', false],
  ['1111 1111 1111 1117', false],
  ['41 11 11 11 11 11 11 11', false],
  ['4111.1111.1111.1111', false],
]);

cases('a phone number', isPhoneNumber, [
  ['0912 345 678', true],
  ['0912.345.678', true],
  ['84912345678', true],
  ['081-234-5678', true],
  ['8 612 34567', true],
  ['+370 600 12345', true],
  ['0300-1234567', true],
  ['07700 900123', true],
  ['(020) 7946 0018', true],
  ['00 44 7700 900321', true],
  ['212-555-0147', true],
  ['+1 212 555 0147', true],
  ['12345678', false],
  ['0123', false],
  ['0-1-2-3-4-5-6-7-8-9', false],
  ['08.30 09.45 10', false],
  ['02 04 06 08 10', false],
  ['0.912345678', false],
  ['15000000', false],
  ['2125550147', false],
  ['20261112', false],
]);

it.each(['0912345678 đ', '0912345678đ', '0912345678 VND'])('an amount is none: %s', (text) => {
  const [digits = ''] = /\d+/.exec(text) ?? [];
  expect(isPhoneNumber({ ...written(digits), after: text.slice(digits.length) })).toBe(false);
});
