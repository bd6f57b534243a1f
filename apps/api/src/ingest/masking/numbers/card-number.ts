import { isGrouped, isPlainGap, isUnbroken, type WrittenNumber } from './written-number.ts';

/** First digits of card networks, with the lengths their numbers have. */
const NETWORKS: readonly (readonly [prefix: RegExp, ...lengths: number[]])[] = [
  [/^4/, 13, 16, 19],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, 16],
  [/^3[47]/, 15],
  [/^(?:6011|64[4-9]|65)/, 16, 19],
  [/^(?:62|9704|220)/, 16, 17, 18, 19],
  [/^35(?:2[89]|[3-8])/, 16],
  [/^3(?:0[0-5]|[689])/, 14],
];

/** True for the number of a payment card: of a network, grouped as cards are, with the right check digit. */
export function isCardNumber(number: WrittenNumber): boolean {
  const { digits } = number;
  if (digits.length < 13 || digits.length > 19 || number.plus || !isGroupedAsCard(number)) return false;
  const isOfNetwork = NETWORKS.some(([prefix, ...lengths]) => lengths.includes(digits.length) && prefix.test(digits));
  return isOfNetwork && passesLuhn(digits);
}

function isGroupedAsCard(number: WrittenNumber): boolean {
  if (isUnbroken(number) || isGrouped(number, 4, 6, 5) || isGrouped(number, 4, 6, 4)) return true;
  const { groups, gaps } = number;
  return groups.slice(0, -1).every((length) => length === 4) && (groups.at(-1) ?? 0) <= 4 && gaps.every(isPlainGap);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = digit * 2;
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
