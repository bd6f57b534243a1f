const NATIVE = /[\u0660-\u0669\u06F0-\u06F9\u0E50-\u0E59\uFF10-\uFF19]/g;
const ANY = new RegExp(NATIVE.source);

/** A text with Thai, Arabic and Urdu digits as 0–9, each character in its place. */
export function plainDigits(text: string): string {
  return ANY.test(text) ? text.replace(NATIVE, (digit) => String(valueOf(digit.charCodeAt(0)))) : text;
}

/** All four sets begin at a multiple of sixteen. */
const valueOf = (code: number): number => code & 15;
