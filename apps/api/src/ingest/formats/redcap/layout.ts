/** REDCap's own columns, and what they are called in an export with labels. */
const OWN_COLUMNS: Readonly<Record<string, string>> = {
  'Event Name': 'redcap_event_name',
  'Repeat Instrument': 'redcap_repeat_instrument',
  'Repeat Instance': 'redcap_repeat_instance',
  'Data Access Group': 'redcap_data_access_group',
  'Survey Identifier': 'redcap_survey_identifier',
};

const COMPLETE = /_complete$|^Complete\?(?: \(\d+\))?$/;
const TIMESTAMP = /_timestamp$|^Survey Timestamp(?: \(\d+\))?$/;

/** The columns that together say which row of a project one is, in REDCap's order; the record comes first. */
const KEY = ['redcap_event_name', 'redcap_repeat_instrument', 'redcap_repeat_instance'];

/** Where everything stands in an export. */
export interface Layout {
  /** Names of the columns: REDCap's own by their variable, whatever the headings were. */
  names: readonly string[];
  /** Positions whose texts make up the key of a row. */
  key: readonly number[];
  /** Position of the column in which each form says whether it is complete. */
  forms: readonly number[];
  /** For each column, the position that says whether its form is complete; undefined for columns of no form. */
  formOf: readonly (number | undefined)[];
  /** Positions of the times at which surveys were sent in. */
  timestamps: readonly number[];
}

/** Reads the layout off the column names. Each form's columns come in a row and end with the one that says how far it is. */
export function layoutOf(columns: readonly string[]): Layout {
  const names = columns.map((column) => OWN_COLUMNS[column] ?? column);
  const own = (name: string, index: number): boolean => index === 0 || name.startsWith('redcap_');
  const at = (pattern: RegExp): number[] => names.flatMap((name, index) => (pattern.test(name) ? [index] : []));
  const forms = at(COMPLETE);
  return {
    names,
    key: [0, ...KEY.map((name) => names.indexOf(name)).filter((index) => index > 0)],
    forms,
    formOf: names.map((name, index) => (own(name, index) ? undefined : forms.find((form) => form >= index))),
    timestamps: at(TIMESTAMP),
  };
}

/** True where the columns can only be those of a REDCap project. */
export function isLayout(columns: readonly string[]): boolean {
  const { names, forms, key } = layoutOf(columns);
  const recordFirst = /^record[_ ]id$/i.test(names[0] ?? '');
  return key.length > 1 || names.some((name) => name.startsWith('redcap_')) || (recordFirst && forms.length > 0);
}
