import type { Problem } from '../../rows/candidate.ts';

/** Bits of the number that tells how an answer came about; imported (4) and offline (16) ones are patients' like any. */
const BITS: readonly (readonly [number, string])[] = [
  [1, 'previews'],
  [2, 'tests'],
  [8, 'suspected spam'],
];

/** The same in words, where the export was told to use words. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bpreview\b/i, 'previews'],
  [/\btest\b/i, 'tests'],
  [/\bspam\b/i, 'suspected spam'],
  [/^(ip address|ex|imported( ex)?|offline( response)?( ex)?|default|)$/i, 'counts'],
];

export const UNKNOWN_STATUS: Problem = {
  field: null,
  code: 'unknown-status',
  message:
    'Status is none that Qualtrics is known to write, so this may be a preview or a test: export the answers again ' +
    'with numeric values, or correct the status.',
};

/** Why an answer does not count by its Status, `counts` where it does, `unknown` where nobody can tell. */
export function answerStatus(cell: string): string {
  const status = cell.trim();
  if (/^\d{1,3}$/.test(status)) return BITS.find(([bit]) => (Number(status) & bit) !== 0)?.[1] ?? 'counts';
  return WORDS.find(([words]) => words.test(status))?.[1] ?? 'unknown';
}
