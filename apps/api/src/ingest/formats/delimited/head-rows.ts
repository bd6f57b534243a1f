import { CsvRecords } from '../../csv/csv-records.ts';
import { announcedDelimiter, delimiterOf } from '../../csv/delimiter.ts';
import type { FileHead } from '../format.ts';

/** More lines than the heads of all exports have, question texts over many lines included. */
const HEAD_LINES = 400;

/** The first rows of what may be a delimited text, for a look at what it is; none where it is something else. */
export function headRows({ text }: FileHead): string[][] {
  if (text === undefined || isMarkup(text)) return [];
  const lines = text
    .split(/\r\n|\n|\r/, HEAD_LINES)
    .map((line, index) => ({ number: index + 1, text: line.normalize('NFC') }));
  const announced = announcedDelimiter(lines[0]?.text ?? '');
  const table = announced === undefined ? lines : lines.slice(1);
  return new CsvRecords(announced ?? delimiterOf(table)).push(table).map(({ cells }) => cells);
}

/** True for the beginnings of JSON, XML, HTML and HL7, which have lines and commas but no columns. */
function isMarkup(text: string): boolean {
  return /^\s*(?:[[{<]|(?:FHS|BHS|MSH)\|)/.test(text);
}
