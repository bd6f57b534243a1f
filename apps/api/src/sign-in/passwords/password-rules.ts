import { dictionary } from '@zxcvbn-ts/language-common';

/** Why a password cannot be taken. */
export type PasswordMisfit = 'too-short' | 'too-long' | 'too-common' | 'about-you';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** The tens of thousands that people choose most, in lower case (zxcvbn's list, MIT). */
const COMMON: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** Whose password it is to be: what others know about them is no secret. */
export interface Owner {
  email: string;
  name: string;
}

/** Long and not among the first that anybody would try; what it is made of is nobody's business. Null when it will do. */
export function passwordMisfit(password: string, { email, name }: Owner): PasswordMisfit | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return 'too-short';
  if (length > LONGEST_PASSWORD) return 'too-long';
  const plain = password.normalize('NFKC').toLowerCase().trim();
  if (COMMON.has(plain) || isCommonRepeated(plain)) return 'too-common';
  const letters = lettersOf(plain);
  const known = [email, email.split('@', 1)[0] ?? '', name].map(lettersOf);
  return known.includes(letters) ? 'about-you' : null;
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** aaaaaaaaaaaa, 123123123123, passwordpassword. */
function isCommonRepeated(password: string): boolean {
  const unit = /^(.+?)\1+$/su.exec(password)?.[1];
  return unit !== undefined && ([...unit].length < 4 || COMMON.has(unit));
}
