/** First digits of the sets that arrive in files: Arabic-Indic, its extended form for Urdu, Thai. */
const ZEROS = [0x0660, 0x06f0, 0x0e50];

const NATIVE = /[\u0660-\u066C\u06F0-\u06F9\u0E50-\u0E59]/;

/** Thai and Urdu digits as 0–9, with the Arabic marks for decimals and thousands; other text as it is. */
export function withPlainDigits(text: string): string {
  if (!NATIVE.test(text)) return text;
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9\u0E50-\u0E59\u066B\u066C]/g, (character) => {
    if (character === '\u066B') return '.';
    if (character === '\u066C') return ' ';
    const code = character.charCodeAt(0);
    const zero = ZEROS.find((first) => code >= first && code <= first + 9) ?? code;
    return String(code - zero);
  });
}
