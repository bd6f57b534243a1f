/** A table of rollup cells: additive counts by grain, date, department and the keys below, in this order. */
export interface CellTable {
  readonly name: string;
  /** Key columns after department_id, in key order. */
  readonly keys: readonly { readonly name: string; readonly type: 'smallint' | 'text' }[];
  /** True where its facts are counts of whole months: there are no cells of days and weeks, because nobody knows them. */
  readonly monthly?: boolean;
}

export const SURVEY_RESPONSE_CELL: CellTable = {
  name: 'survey_response_cell',
  keys: [
    { name: 'channel', type: 'smallint' },
    { name: 'language', type: 'text' },
  ],
};

export const WAIT_CELL: CellTable = {
  name: 'wait_cell',
  keys: [
    { name: 'kind', type: 'smallint' },
    { name: 'channel', type: 'smallint' },
  ],
};

export const REVIEW_CELL: CellTable = {
  name: 'review_cell',
  keys: [
    { name: 'platform', type: 'smallint' },
    { name: 'language', type: 'text' },
  ],
};

export const COMPLAINT_CELL: CellTable = {
  name: 'complaint_cell',
  keys: [
    { name: 'channel', type: 'smallint' },
    { name: 'severity', type: 'smallint' },
    { name: 'subject', type: 'smallint' },
    { name: 'touchpoint', type: 'smallint' },
  ],
};

export const SURVEY_COUNT_CELL: CellTable = {
  name: 'survey_count_cell',
  keys: [{ name: 'collection', type: 'smallint' }],
  monthly: true,
};
