import { dayNumberOf } from '#domain/calendar-date.ts';
import type { ComplaintHistory } from '#domain/complaint-history.ts';
import { STAGES } from '#domain/complaint-stage.ts';
import { dateArray, int2Array, textArray, timestamptzArray, uuidArray } from '../database/binary-array.ts';
import type { DueDates } from './complaint-policy.ts';
import type { ComplaintFact } from './complaint-row.ts';
import { commonColumns } from './fact-columns.ts';
import type { FactColumn } from './fact-table.ts';

/** The part of a history that a complaint carries, so that lists need not read events. */
export type ComplaintState = Pick<ComplaintHistory, 'stage' | 'stageSince' | 'acknowledgedOn' | 'closedOn'>;

/** A complaint with all it is stored with, except its number. */
export type ComplaintRecord = ComplaintFact & DueDates & ComplaintState;

/** A fact column of what is not a whole fact. */
export type Column<Row> = Omit<FactColumn<never>, 'encode'> & { encode(rows: readonly Row[]): Buffer };

const dates = (values: readonly (string | null)[]): Buffer =>
  dateArray(values.map((date) => (date === null ? null : dayNumberOf(date))));

export const STATE_COLUMNS: readonly Column<ComplaintState>[] = [
  { name: 'stage', type: 'int2', encode: (rows) => int2Array(rows.map(({ stage }) => STAGES.numberOf(stage) ?? 0)) },
  { name: 'stage_since', type: 'timestamptz', encode: (rows) => timestamptzArray(rows.map((row) => row.stageSince)) },
  { name: 'acknowledged_on', type: 'date', encode: (rows) => dates(rows.map((row) => row.acknowledgedOn)) },
  { name: 'closed_on', type: 'date', encode: (rows) => dates(rows.map((row) => row.closedOn)) },
];

export const RECORD_COLUMNS: readonly Column<ComplaintRecord>[] = [
  ...commonColumns<ComplaintFact>(),
  { name: 'received_at', type: 'timestamptz', encode: (rows) => timestamptzArray(rows.map((row) => row.receivedAt)) },
  { name: 'received_on', type: 'date', encode: (rows) => dates(rows.map((row) => row.receivedOn)) },
  { name: 'channel', type: 'int2', encode: (rows) => int2Array(rows.map((row) => row.channel)) },
  { name: 'language', type: 'text', encode: (rows) => textArray(rows.map((row) => row.language)) },
  { name: 'title', type: 'text', encode: (rows) => textArray(rows.map((row) => row.title)) },
  { name: 'narrative', type: 'text', encode: (rows) => textArray(rows.map((row) => row.narrative)) },
  {
    name: 'subjects',
    type: 'text',
    cast: 'smallint[]',
    encode: (rows) => textArray(rows.map(({ subjects }) => `{${subjects.join(',')}}`)),
  },
  { name: 'severity', type: 'int2', encode: (rows) => int2Array(rows.map((row) => row.severity)) },
  { name: 'touchpoint', type: 'int2', encode: (rows) => int2Array(rows.map((row) => row.touchpoint)) },
  { name: 'visit_pseudonym', type: 'uuid', encode: (rows) => uuidArray(rows.map((row) => row.visitPseudonym)) },
  { name: 'acknowledge_due_on', type: 'date', encode: (rows) => dates(rows.map((row) => row.acknowledgeDueOn)) },
  { name: 'answer_due_on', type: 'date', encode: (rows) => dates(rows.map((row) => row.answerDueOn)) },
  ...STATE_COLUMNS,
];
