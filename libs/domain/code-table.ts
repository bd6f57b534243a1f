/**
 * A closed vocabulary stored as small integers: the position in the list (from 1) is what the database holds, so the
 * lists below are append-only. 0 stands for "not known".
 */
export interface CodeTable<Code extends string> {
  readonly codes: readonly Code[];
  /** The stored number of a code; undefined for a word that is not in the vocabulary. */
  numberOf(code: string): number | undefined;
  /** The code behind a stored number; `unknown` for 0 or a number not in the list. */
  codeOf(number: number): Code | 'unknown';
}

export function codeTable<const Code extends string>(codes: readonly Code[]): CodeTable<Code> {
  const numbers = new Map<string, number>(codes.map((code, index) => [code, index + 1]));
  numbers.set('unknown', 0);
  return {
    codes,
    numberOf: (code) => numbers.get(code),
    codeOf: (number) => codes[number - 1] ?? 'unknown',
  };
}
