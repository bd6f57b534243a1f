import type { RecordDto } from '#contracts/records.dto.ts';
import { FFT_ANSWERS } from '#domain/scale.ts';
import type { CsvCell } from '#contracts/csv-text.ts';
import { type Facts, FIELDS_OF, type RecordField } from './record-fields.ts';

/** How fields and codes are called in the language spoken. */
export interface RecordNames {
  heading(field: RecordField): string;
  /** The name of a code in a field: a department, a channel, an outcome, a yes. */
  code(field: RecordField, code: string): string;
  touchpoint(code: string): string;
  /** An instant by the clock of the site, `2026-11-09 14:20`. */
  moment(instant: string, department: string): string;
}

export interface RecordColumn {
  heading: string;
  cell(record: RecordDto): CsvCell;
}

/** Fields whose words were written by people; everything else in text is a code that has a name. */
const WRITTEN: readonly RecordField[] = ['words', 'title', 'reply'];

/** The columns of an exported table: every field of the kind, and one for each touchpoint scored and each answer counted. */
export function recordColumns(facts: Facts, records: readonly RecordDto[], names: RecordNames): RecordColumn[] {
  return FIELDS_OF[facts].flatMap((field): RecordColumn[] => {
    if (field === 'scores')
      return touchpointsIn(records).map((code) => ({
        heading: names.touchpoint(code),
        cell: (record) => record.scores?.[code] ?? null,
      }));
    if (field === 'answers')
      return FFT_ANSWERS.codes.map((code) => ({
        heading: names.code(field, code),
        cell: (record) => record.answers?.[code] ?? null,
      }));
    return [{ heading: names.heading(field), cell: (record) => cellOf(record, field, names) }];
  });
}

function touchpointsIn(records: readonly RecordDto[]): string[] {
  return [...new Set(records.flatMap(({ scores }) => Object.keys(scores ?? {})))].sort();
}

function cellOf(record: RecordDto, field: RecordField, names: RecordNames): CsvCell {
  // Counts are of a month, not of a moment.
  if (field === 'at' && record.answers !== null) return record.at.slice(0, 7);
  if (field === 'at') return names.moment(record.at, record.department);
  const value = record[field];
  if (typeof value === 'boolean') return names.code(field, String(value));
  if (Array.isArray(value)) return value.map((code) => names.code(field, code)).join('; ');
  if (typeof value === 'string') return WRITTEN.includes(field) ? value : names.code(field, value);
  return typeof value === 'number' ? value : null;
}
