import { type CsvFile, openCsv } from '../csv/csv-file.ts';
import type { CsvRecord } from '../csv/csv-records.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { openedExport, type ReadColumn } from './delimited/delimited-export.ts';
import { firstRecords } from './delimited/first-records.ts';
import { headRows } from './delimited/head-rows.ts';
import { namesAPerson } from './delimited/names-a-person.ts';
import { plainWords } from './delimited/plain-words.ts';
import { watchedFile } from './delimited/whole-lines.ts';
import type { Format } from './format.ts';
import { QUALTRICS_CHANNELS } from './qualtrics/channels.ts';
import { answerStatus, UNKNOWN_STATUS } from './qualtrics/status.ts';
import { zoneToldBy } from './qualtrics/zone.ts';

/** The id of an answer: in exports of today, and in those that were called legacy. */
const KEYS = ['ResponseId', 'ResponseID'];
/** When it was answered, best first. */
const DATES = ['RecordedDate', 'EndDate'];
const LANGUAGES = ['UserLanguage', 'Q_Language'];
/** Columns that Qualtrics itself makes out of others, or that nobody can be told by. */
const IGNORED = /_NPS_GROUP$|^ResponseSet$/;
/** What a question holds that was seen and left unanswered, where the export was told to say so. */
const SEEN_UNANSWERED = '-99';
const IMPORT_ID = /^\s*\{\s*["']ImportId["']/;
const ANSWER_ID = /^[A-Z]{1,4}_\w+$/;

/** Answers exported from Qualtrics as CSV or TSV, with three rows of head, two (legacy), or one where people took them off. */
export const qualtrics: Format = {
  code: 'qualtrics',
  title: 'Qualtrics',

  recognises(head) {
    const [names = [], , ids = []] = headRows(head);
    const keyed = KEYS.some((key) => names.includes(key));
    return (
      keyed && (ids.some((id) => IMPORT_ID.test(id)) || ['StartDate', 'EndDate'].every((it) => names.includes(it)))
    );
  },

  async open(source, options) {
    const { file: watched, endedLine } = watchedFile(source, options.encoding);
    const file = await openCsv(watched, options);
    const key = columnOf(file, KEYS);
    const respondedAt = columnOf(file, DATES);
    const head = headOf(file, await firstRecords(file, 2), file.columns.indexOf(key));
    const [labels = [], ids = []] = head.map(({ cells }) => cells);
    const language = LANGUAGES.find((name) => file.columns.includes(name));
    const hasChannel = file.columns.includes('DistributionChannel');
    const zone = zoneToldBy(ids);
    const preset: Mapping = {
      columns: {
        [key]: 'externalId',
        [respondedAt]: 'respondedAt',
        ...(language === undefined ? {} : { [language]: 'language' }),
        ...(hasChannel ? { DistributionChannel: 'channel' } : {}),
      },
      ...(hasChannel ? { values: { channel: QUALTRICS_CHANNELS } } : {}),
      ...(zone === undefined ? {} : { dates: { zone } }),
    };
    const status = file.columns.indexOf('Status');
    const finished = file.columns.indexOf('Finished');
    return openedExport(file, {
      name: 'answers',
      kind: 'survey-responses',
      columns: file.columns.flatMap((name, index) => readColumn(name, index, plainWords(labels[index] ?? ''))),
      preset,
      headRecords: head.length,
      reasonToPassOver(cells) {
        const reason = answerStatus(cells[status] ?? '');
        if (reason !== 'counts' && reason !== 'unknown') return reason;
        const unfinished = /^(0|false)$/i.test(cells[finished]?.trim() ?? '');
        return unfinished && options.unfinished !== true ? 'answers never sent in' : undefined;
      },
      problemOf: (cells) => (answerStatus(cells[status] ?? '') === 'unknown' ? UNKNOWN_STATUS : undefined),
      endedLine,
    });
  },
};

function columnOf(file: CsvFile, names: readonly string[]): string {
  const found = names.find((name) => file.columns.includes(name));
  if (found !== undefined) return found;
  throw new UnreadableFile(
    `${file.name} has no column ${names[0]}, so it is no Qualtrics export, or one without its own fields. Export it in ` +
      'Qualtrics under Data & Analysis, Export data, as CSV or TSV with all fields; or import it as csv.',
  );
}

/** The records below the names that are no answers yet: the questions, and what Qualtrics needs to import the file again. */
function headOf(file: CsvFile, [first, second]: readonly CsvRecord[], key: number): CsvRecord[] {
  if (first === undefined) throw new UnreadableFile(`${file.name} ends in its head: export it again.`);
  if (ANSWER_ID.test(first.cells[key]?.trim() ?? '')) return [];
  return second !== undefined && IMPORT_ID.test(second.cells[key] ?? '') ? [first, second] : [first];
}

function readColumn(name: string, index: number, label: string): ReadColumn[] {
  if (IGNORED.test(name) || namesAPerson(name, label)) return [];
  const textOf = (cells: readonly string[]): string => {
    const cell = cells[index] ?? '';
    return cell === SEEN_UNANSWERED ? '' : cell;
  };
  return [{ name, label, textOf }];
}
