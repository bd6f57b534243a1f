import { openCsv } from '../csv/csv-file.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { openedExport, type ReadColumn } from './delimited/delimited-export.ts';
import { headRows } from './delimited/head-rows.ts';
import { namesAPerson } from './delimited/names-a-person.ts';
import { plainWords } from './delimited/plain-words.ts';
import { watchedFile } from './delimited/whole-lines.ts';
import type { Format } from './format.ts';
import { IdKey } from './id-key.ts';
import { isLayout, type Layout, layoutOf } from './redcap/layout.ts';

/** A form that is complete, as a number and as a word. */
const DONE = /^(2|complete)$/i;
/** What stands for the time of a survey that was begun and not sent in. */
const NOT_COMPLETED = '[not completed]';

/** The columns that are made here: what a mapping cannot put together itself. */
const KEY = 'redcap_key';
const COMPLETED_AT = 'redcap_completed_at';

/** Records exported from REDCap as CSV, raw or with labels: of each row the forms that are complete. */
export const redcap: Format = {
  code: 'redcap',
  title: 'REDCap',

  recognises(head) {
    const [names = []] = headRows(head);
    return names.length > 1 && isLayout(names.map((name) => name.trim()));
  },

  async open(source, options) {
    const { file: watched, endedLine } = watchedFile(source, options.encoding);
    const file = await openCsv(watched, options);
    if (!isLayout(file.columns)) {
      throw new UnreadableFile(
        `${file.name} has none of REDCap's own columns (record_id, redcap_event_name, …_complete), so it is no REDCap ` +
          'export. Export the records in REDCap under Data Exports as CSV (raw data), or import it as csv.',
      );
    }
    const layout = layoutOf(file.columns);
    const { idKey = new IdKey() } = options;
    const unfinished = options.unfinished === true;
    const done = (cells: readonly string[], form: number): boolean =>
      unfinished || DONE.test(cells[form]?.trim() ?? '');
    const textAt = (cells: readonly string[], index: number): string => {
      const form = layout.formOf[index];
      const cell = cells[index] ?? '';
      return cell.trim() === NOT_COMPLETED || (form !== undefined && !done(cells, form)) ? '' : cell;
    };
    const { names, timestamps, forms } = layout;
    return openedExport(file, {
      name: 'records',
      kind: 'survey-responses',
      columns: [
        { name: KEY, label: 'Record, event, instrument and instance', textOf: (cells) => keyIn(cells, layout, idKey) },
        ...(timestamps.length === 0 ? [] : [completedAt(timestamps, textAt)]),
        ...names.flatMap((name, index) =>
          name === 'redcap_survey_identifier' || namesAPerson(name)
            ? []
            : [{ name, label: /^\w+$/.test(name) ? '' : plainWords(name), textOf: textOfColumn(index, textAt) }],
        ),
      ],
      preset: {
        columns: {
          [KEY]: 'externalId',
          ...(timestamps.length === 0 ? {} : { [COMPLETED_AT]: 'respondedAt' }),
          ...(names.includes('redcap_data_access_group') ? { redcap_data_access_group: 'site' } : {}),
        },
      },
      headRecords: 0,
      reasonToPassOver: (cells) =>
        forms.length === 0 || forms.some((form) => done(cells, form)) ? undefined : 'forms not complete',
      endedLine,
    });
  },
};

type TextAt = (cells: readonly string[], index: number) => string;

function textOfColumn(index: number, textAt: TextAt): ReadColumn['textOf'] {
  return (cells) => textAt(cells, index);
}

/** The last time at which a survey of the row was sent in; dates that begin with the year sort as texts. */
function completedAt(timestamps: readonly number[], textAt: TextAt): ReadColumn {
  return {
    name: COMPLETED_AT,
    label: 'When the last complete survey of the row was sent in',
    textOf: (cells) =>
      timestamps.map((index) => textAt(cells, index)).reduce((one, other) => (other > one ? other : one)),
  };
}

/** A hash of what makes up a key: the record's id may be the patient's own, and the key only has to be the same again. */
function keyIn(cells: readonly string[], { key }: Layout, idKey: IdKey): string {
  return idKey.hashOf(key.map((index) => (cells[index] ?? '').trim()));
}
