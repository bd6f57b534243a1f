import { type CsvFile, openCsv } from '../csv/csv-file.ts';
import type { CsvRecord } from '../csv/csv-records.ts';
import type { DateOrder } from '../mapping/mapping.ts';
import { plainName } from '../mapping/nearest-name.ts';
import { orderShownBy } from '../mapping/read-date-time.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { openedExport } from './delimited/delimited-export.ts';
import { firstRecords } from './delimited/first-records.ts';
import { headRows } from './delimited/head-rows.ts';
import { namesAPerson } from './delimited/names-a-person.ts';
import { watchedFile } from './delimited/whole-lines.ts';
import type { Format } from './format.ts';
import { questionNames } from './surveymonkey/questions.ts';

const KEY = 'respondentid';
/** When it was answered, best first: the answers of one patient may have been begun days before they were ended. */
const DATES = ['datemodified', 'enddate', 'datecreated', 'startdate'];
/** How many rows are looked at for the way dates are written. */
const LOOKED_AT = 200;

/** Answers exported from SurveyMonkey as CSV ("all individual responses"), with their two rows of head. */
export const surveymonkey: Format = {
  code: 'surveymonkey',
  title: 'SurveyMonkey',

  recognises(head) {
    const names = (headRows(head)[0] ?? []).map(plainName);
    return names.includes(KEY) && (names.includes('collectorid') || DATES.some((date) => names.includes(date)));
  },

  async open(source, options) {
    const { file: watched, endedLine } = watchedFile(source, options.encoding);
    const file = await openCsv(watched, options);
    const key = file.columns.findIndex((name) => plainName(name) === KEY);
    if (key < 0) {
      throw new UnreadableFile(
        `${file.name} has no column Respondent ID, so it is no SurveyMonkey export. In SurveyMonkey, choose Analyze ` +
          'results, Save as, Export file, All individual responses, CSV; or import it as csv.',
      );
    }
    const first = await firstRecords(file, LOOKED_AT);
    const [second] = first;
    if (second === undefined) throw new UnreadableFile(`${file.name} ends in its head: export it again.`);
    const parts = (second.cells[key] ?? '').trim() === '' ? second.cells : undefined;
    const names = parts === undefined ? file.columns : questionNames(firstRow(file), parts);
    const respondedAt = DATES.map((date) => names.findIndex((name) => plainName(name) === date)).find((at) => at >= 0);
    return openedExport(file, {
      name: 'answers',
      kind: 'survey-responses',
      columns: names.flatMap((name, index) =>
        namesAPerson(name) ? [] : [{ name, label: name, textOf: (cells) => cells[index] ?? '' }],
      ),
      preset: {
        columns: {
          [names[key] as string]: 'externalId',
          ...(respondedAt === undefined ? {} : { [names[respondedAt] as string]: 'respondedAt' }),
        },
        ...(respondedAt === undefined ? {} : { dates: orderOf(first, respondedAt) }),
      },
      headRecords: parts === undefined ? 0 : 1,
      endedLine,
    });
  },
};

/** The first row as it stands in the file: the names of `CsvFile` fill what is empty there. */
function firstRow({ columns }: CsvFile): string[] {
  return columns.map((name, index) => (name === `column ${index + 1}` ? '' : name));
}

/** Month first, as SurveyMonkey writes it, unless a date among the first rows says otherwise: then all are looked at. */
function orderOf(records: readonly CsvRecord[], respondedAt: number): { order?: DateOrder } {
  const shown = records.map(({ cells }) => orderShownBy((cells[respondedAt] ?? '').trim()));
  return shown.includes('dmy') ? {} : { order: 'mdy' };
}
