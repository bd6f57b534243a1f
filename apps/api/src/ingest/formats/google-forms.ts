import { openCsv } from '../csv/csv-file.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { openedExport } from './delimited/delimited-export.ts';
import { headRows } from './delimited/head-rows.ts';
import { namesAPerson } from './delimited/names-a-person.ts';
import { watchedFile } from './delimited/whole-lines.ts';
import type { Format } from './format.ts';
import { plainMoment } from './google-forms/plain-moment.ts';

/** What the first column is called, by the language of the form. */
const TIMESTAMPS: ReadonlySet<string> = new Set([
  'Timestamp',
  'Dấu thời gian',
  'ประทับเวลา',
  'Laiko žyma',
  'Laiko žymė',
  'ٹائم اسٹیمپ',
  'ٹائم سٹیمپ',
]);

const MOMENT = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}:\d{2}/;

/**
 * Answers to a Google form: its own CSV, or that of the spreadsheet behind it. They have no ids. Neither ends its last
 * line, but a form's own puts every cell in quotes, so that a last row which begins with one has to end with one.
 */
export const googleForms: Format = {
  code: 'google-forms',
  title: 'Google Forms',

  recognises(head) {
    const [names = [], ...rows] = headRows(head);
    const asks = names.slice(1).some((name) => /\s|[^\x00-\x7F]/.test(name.trim()));
    const first = rows.find((cells) => cells.length === names.length)?.[0] ?? '';
    return TIMESTAMPS.has(names[0]?.trim() ?? '') && asks && (rows.length === 0 || MOMENT.test(first));
  },

  async open(source, options) {
    const { file: watched, endedLine } = watchedFile(source, options.encoding);
    const file = await openCsv(watched, options);
    const [timestamp = ''] = file.columns;
    if (!TIMESTAMPS.has(timestamp)) {
      throw new UnreadableFile(
        `The first column of ${file.name} is not Timestamp, so it is no export of a Google form. Open the form, choose ` +
          'Responses, Download responses (.csv); or import it as csv.',
      );
    }
    return openedExport(file, {
      name: 'answers',
      kind: 'survey-responses',
      columns: file.columns.flatMap((name, index) =>
        namesAPerson(name)
          ? []
          : [
              {
                name,
                label: name,
                textOf: (cells) => (index === 0 ? plainMoment(cells[0] ?? '') : (cells[index] ?? '')),
              },
            ],
      ),
      preset: { columns: { [timestamp]: 'respondedAt' } },
      headRecords: 0,
      endedLine: ({ raw }) => endedLine() || !raw.startsWith('"') || raw.endsWith('"'),
    });
  },
};
