import { openCsv } from '../csv/csv-file.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { openedExport } from './delimited/delimited-export.ts';
import { headRows } from './delimited/head-rows.ts';
import { namesAPerson } from './delimited/names-a-person.ts';
import { watchedFile } from './delimited/whole-lines.ts';
import type { Format } from './format.ts';
import { headings } from './limesurvey/heading.ts';

/** The fields of its own by which an export is known; a survey may leave out some of them. */
const TELLING = ['submitdate', 'lastpage', 'startlanguage', 'datestamp'];
/** The address a patient came from can hold what was in a mail to them. */
const IGNORED = ['refurl', 'seed'];
/** What surveys that keep no dates have for one. */
const NO_DATE = /^1980-01-01\b/;
/** What stands for a question that was never shown. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['N/A', '{question_not_shown}']);

/** Answers exported from LimeSurvey as CSV, with codes, texts or both as headings, and codes or texts as answers. */
export const limesurvey: Format = {
  code: 'limesurvey',
  title: 'LimeSurvey',

  recognises(head) {
    const [names = []] = headRows(head);
    const known = new Set(headings(names).map(({ name }) => name));
    return known.has('id') && TELLING.filter((name) => known.has(name)).length >= 2;
  },

  async open(source, options) {
    const { file: watched, endedLine } = watchedFile(source, options.encoding);
    const file = await openCsv(watched, options);
    const all = headings(file.columns);
    const has = (code: string): boolean => all.some(({ name }) => name === code);
    if (!has('id')) {
      throw new UnreadableFile(
        `${file.name} has no column of response ids, so it is no LimeSurvey export. In LimeSurvey, choose Responses, ` +
          'Export, CSV, question code headings and the fields id and submitdate; or import it as csv.',
      );
    }
    const unfinished = options.unfinished === true;
    const dates = unfinished ? ['datestamp', 'submitdate'] : ['submitdate', 'datestamp'];
    const respondedAt = dates.find(has);
    const preset: Mapping = {
      columns: {
        id: 'externalId',
        ...(respondedAt === undefined ? {} : { [respondedAt]: 'respondedAt' }),
        ...(has('startlanguage') ? { startlanguage: 'language' } : {}),
      },
    };
    const submitted = all.findIndex(({ name }) => name === 'submitdate');
    return openedExport(file, {
      name: 'answers',
      kind: 'survey-responses',
      columns: all.flatMap(({ name, label }, index) =>
        IGNORED.includes(name) || namesAPerson(name, label)
          ? []
          : [{ name, label, textOf: (cells) => answerIn(cells[index] ?? '') }],
      ),
      preset,
      headRecords: 0,
      reasonToPassOver: (cells) =>
        !unfinished && submitted >= 0 && answerIn(cells[submitted] ?? '', false).trim() === ''
          ? 'answers never sent in'
          : undefined,
      endedLine,
    });
  },
};

function answerIn(cell: string, dated = true): string {
  return NOT_SHOWN.has(cell.trim()) || (dated && NO_DATE.test(cell)) ? '' : cell;
}
