import type { RecordDto } from '#contracts/records.dto.ts';

export const FACTS = ['survey-responses', 'waits', 'complaints', 'reviews', 'survey-counts'] as const;
export type Facts = (typeof FACTS)[number];

/** Spelled out, so that a component can tell at run time what it was given. */
export type RecordField =
  | 'at'
  | 'department'
  | 'channel'
  | 'language'
  | 'words'
  | 'csat'
  | 'nps'
  | 'fft'
  | 'effort'
  | 'scores'
  | 'waitKind'
  | 'waitMinutes'
  | 'promisedMinutes'
  | 'outcome'
  | 'complaintNumber'
  | 'title'
  | 'stage'
  | 'severity'
  | 'subjects'
  | 'platform'
  | 'stars'
  | 'recommends'
  | 'reply'
  | 'collection'
  | 'answers'
  | 'eligible';

/** What is worth seeing of each kind of record, in reading order; the words come last because they are the longest. */
export const FIELDS_OF: Record<Facts, readonly RecordField[]> = {
  'survey-responses': ['at', 'department', 'channel', 'language', 'csat', 'nps', 'fft', 'effort', 'scores', 'words'],
  waits: ['at', 'department', 'channel', 'waitKind', 'waitMinutes', 'promisedMinutes', 'outcome'],
  complaints: ['at', 'complaintNumber', 'title', 'department', 'channel', 'stage', 'severity', 'subjects', 'words'],
  reviews: ['at', 'platform', 'department', 'language', 'stars', 'recommends', 'words', 'reply'],
  'survey-counts': ['at', 'department', 'collection', 'answers', 'eligible'],
};

/** Fields that are shown only if some record listed has them, so that a table is not a desert of dashes. */
const SPARSE: readonly RecordField[] = [
  'channel',
  'effort',
  'scores',
  'words',
  'promisedMinutes',
  'recommends',
  'reply',
];

export function isFacts(kind: string): kind is Facts {
  return (FACTS as readonly string[]).includes(kind);
}

/** The columns of a table of these records. */
export function fieldsShown(facts: Facts, rows: readonly RecordDto[]): RecordField[] {
  return FIELDS_OF[facts].filter((field) => !SPARSE.includes(field) || rows.some((row) => says(row[field])));
}

function says(value: RecordDto[RecordField]): boolean {
  return typeof value === 'object' && value !== null
    ? Object.keys(value).length > 0
    : value !== null && value !== 'unknown';
}

/** How a wait compares with what the patient was told: minutes over (positive) or under; null where nothing was promised. */
export function minutesOverPromise({ waitMinutes, promisedMinutes }: RecordDto): number | null {
  return waitMinutes === null || promisedMinutes === null ? null : waitMinutes - promisedMinutes;
}
