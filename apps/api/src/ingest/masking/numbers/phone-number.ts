import { isPlainGap, type WrittenNumber } from './written-number.ts';

/** Mobile numbers as dialled at home: Vietnam, Thailand, Lithuania, Pakistan, Great Britain. */
const MOBILE = /^(?:0[35789]\d{8}|0[689]\d{8}|[08]6\d{7}|03\d{9}|07\d{9})$/;
/** Landlines of the same countries, and what is free to call. */
const LANDLINE = /^(?:02\d{9}|0[2-7]\d{7}|[08][3-5]\d{7}|0(?:[2-9]\d)\d{7,8}|0[128]\d{8,9}|1[89]00\d{4,6})$/;
/** The same with the country before it, and no plus. */
const WITH_COUNTRY = /^(?:84[35789]\d{8}|66[689]\d{8}|3706\d{7}|923\d{9}|447\d{9})$/;
/** North America: written in its three groups, or nobody could tell it from an amount. */
const NORTH_AMERICAN = /^1?[2-9]\d\d[2-9]\d{6}$/;

/** What stands before or after an amount of money. */
const MONEY_BEFORE = /(?:[$€£฿₫¥₨]|\b(?:rs|pkr|vnd|thb|usd|eur|gbp))\.? ?$/i;
const MONEY_AFTER =
  /^ ?(?:[$€£฿₫¥₨]|(?:đ|vnđ|vnd|đồng|dong|thb|baht|บาท|eur|eurų|pkr|rs|rupees|usd|gbp|روپے)(?!\p{L}))/iu;

/** True for a phone number: with a country, or in a form of the countries Bedside is used in. */
export function isPhoneNumber(number: WrittenNumber): boolean {
  const { digits, plus, before, after } = number;
  if (digits.length < 8 || digits.length > 15 || !isDialled(number)) return false;
  if (plus) return !digits.startsWith('0');
  if (/^00[1-9]\d{7,12}$/.test(digits)) return true;
  if (MONEY_BEFORE.test(before) || MONEY_AFTER.test(after)) return false;
  if (NORTH_AMERICAN.test(digits) && isNorthAmerican(number)) return true;
  if (MOBILE.test(digits) || WITH_COUNTRY.test(digits)) return true;
  return LANDLINE.test(digits) && !isListOfPairs(number);
}

/** Groups as people say them: not digit by digit, not a decimal, not a list of times. */
function isDialled({ groups, gaps }: WrittenNumber): boolean {
  if (groups.length > 6 || groups.slice(1).some((length) => length < 2)) return false;
  if (groups[0] === 1 && groups.length > 1 && gaps[0] === '.') return false;
  const dots = gaps.filter((gap) => gap === '.' || gap === '/').length;
  return dots === 0 || dots === gaps.length || (dots === gaps.length - 1 && !isDot(gaps[0]));
}

const isDot = (gap: string | undefined): boolean => gap === '.' || gap === '/';

/** Two digits and two and two could be the rooms of a corridor. */
const isListOfPairs = ({ groups }: WrittenNumber): boolean =>
  groups.length > 2 && groups.every((length) => length <= 2);

function isNorthAmerican({ groups, gaps }: WrittenNumber): boolean {
  const [area, ...others] = groups.length === 4 && groups[0] === 1 ? groups.slice(1) : groups;
  const marks = gaps.slice(-2);
  return (
    groups.length - others.length <= 2 &&
    area === 3 &&
    others.length === 2 &&
    others[0] === 3 &&
    others[1] === 4 &&
    marks.every((gap) => isPlainGap(gap) || gap === '.' || gap.includes(')'))
  );
}
