import { codeOf } from '../../administration/departments/department-tree.ts';

/** What a source could be called that a file is from: `Exit survey` for `exit-survey_2026-11 (2).csv`. */
export function sourceNameOf(fileName: string): string {
  const words = fileName
    .normalize('NFC')
    .replace(/(\.[\p{L}\p{N}]{1,6})+$/u, '')
    .replace(/%[0-9a-f]{2}|\([^)]*\)/gi, ' ')
    .replace(/[\s_.,+-]+/g, ' ')
    .split(' ')
    .filter((word) => /\p{L}/u.test(word) && !MONTH.test(word) && !STAMP.test(word))
    .join(' ')
    .trim();
  const name = words === '' ? fileName.normalize('NFC') : words;
  return (name.charAt(0).toLocaleUpperCase('en') + name.slice(1)).slice(0, 60);
}

const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(uary|ruary|ch|il|e|y|ust|tember|ober|ember)?$/i;
const STAMP = /^(q[1-4]|w\d\d?|v\d+|copy|final|export|\d+\p{L}{0,2})$/iu;

/** The short code senders and files use for a source; one without Latin letters or digits gets a number of its own. */
export function sourceCodeOf(name: string, taken: readonly string[]): string {
  const code = codeOf(name);
  if (code !== '') return code;
  let number = 1;
  while (taken.includes(`source-${number}`)) number += 1;
  return `source-${number}`;
}
