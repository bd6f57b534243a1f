import { columnNames } from '../../csv/column-names.ts';
import { plainWords } from '../delimited/plain-words.ts';

/** LimeSurvey's own fields: their codes, and what they are called where headings are texts. */
const OWN_FIELDS: Readonly<Record<string, readonly string[]>> = {
  id: ['Response ID'],
  submitdate: ['Date submitted'],
  lastpage: ['Last page'],
  startlanguage: ['Start language'],
  seed: ['Seed'],
  token: ['Access code', 'Token'],
  startdate: ['Date started'],
  datestamp: ['Date last action'],
  ipaddr: ['IP address'],
  refurl: ['Referrer URL'],
  firstname: ['First name'],
  lastname: ['Last name'],
  email: ['Email address'],
};

const CODE_BY_TEXT = new Map(
  Object.entries(OWN_FIELDS).flatMap(([code, texts]) => texts.map((text): [string, string] => [text, code])),
);

/** `Q1[SQ001]. How do you rate …? [Nurses]`: a code, the separator LimeSurvey puts after it, and the text. */
const CODE_AND_TEXT = /^([A-Za-z]\w*(?:\[[^\]]*\])*)\. +(.*)$/;

export interface Heading {
  /** The code, the same whatever the headings of the export were; the text where it tells no codes. */
  name: string;
  label: string;
}

/** The headings of an export, whether it was made with question codes, with their texts or with both. */
export function headings(columns: readonly string[]): Heading[] {
  const both = columns.some((column) => CODE_AND_TEXT.exec(column)?.[1] === 'id');
  const all = columns.map((column): Heading => {
    const [, code, text = ''] = (both && CODE_AND_TEXT.exec(column)) || [];
    if (code !== undefined) return { name: code, label: plainWords(text) };
    const own = CODE_BY_TEXT.get(column);
    if (own !== undefined) return { name: own, label: column };
    if (isCode(column)) return { name: column, label: OWN_FIELDS[column]?.[0] ?? '' };
    return { name: plainWords(column), label: plainWords(column) };
  });
  const names = columnNames(all.map(({ name }) => name));
  return all.map(({ label }, index) => ({ name: names[index] ?? '', label }));
}

function isCode(column: string): boolean {
  return /^\w+(?:\[[^\]]*\])*$/.test(column);
}
