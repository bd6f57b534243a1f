/** Looked for only where a word begins: else a text without spaces would be searched anew from each of its letters. */
const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Eight digits or more with the usual separators; dates and scores are shorter or built otherwise. */
const PHONE = /(?<![\p{L}\p{N}])\+?\(?\d[\d().\- ]{6,18}\d(?![\p{L}\p{N}])/gu;
/** A date, also one that a time follows. */
const DATE = /^(?:\d{4}[-.]\d{1,2}[-.]\d{1,2}|\d{1,2}[-.]\d{1,2}[-.]\d{2,4})(?: \d{1,2})?$/;

/** Patients' words without the email addresses and phone numbers they may hold. */
export function maskIdentifiers(words: string): string {
  const unmailed = words.includes('@') ? words.replace(EMAIL, '[email]') : words;
  if (!/\d/.test(unmailed)) return unmailed;
  return unmailed.replace(PHONE, (match) =>
    match.replace(/\D/g, '').length >= 8 && !DATE.test(match) ? '[phone]' : match,
  );
}
