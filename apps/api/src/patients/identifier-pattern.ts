/** Not within a longer word, number or identifier, nor a part of a date, a time or a decimal number. */
const NOT_AFTER = '(?<![[:alnum:]_]|[[:alnum:]]-|[[:digit:]][.:/])';
const NOT_BEFORE = '(?![[:alnum:]_]|-[[:alnum:]]|[.:/][[:digit:]])';

/**
 * A Postgres pattern that finds an identifier standing by itself in a text, whichever way its accents are composed and
 * also where the text is JSON.
 */
export function identifierPattern(identifier: string): string {
  const composed = identifier.normalize('NFC');
  const spellings = [composed, identifier.normalize('NFD'), JSON.stringify(composed).slice(1, -1)];
  return `${NOT_AFTER}(?:${[...new Set(spellings)].map(literally).join('|')})${NOT_BEFORE}`;
}

const literally = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
