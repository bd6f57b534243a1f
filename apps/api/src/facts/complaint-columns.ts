import { dayNumberOf } from '#domain/calendar-date.ts';
import type { ComplaintHistory } from '#domain/complaint-history.ts';
import { STAGES } from '#domain/complaint-stage.ts';
import { dateArray, int2Array, int8Array, textArray, timestamptzArray, uuidArray } from '../database/binary-array.ts';
import type { DueDates } from './complaint-policy.ts';
import type { ComplaintFact } from './complaint-row.ts';

/** The part of a history that a complaint carries, so that lists need not read events. */
export type ComplaintState = Pick<ComplaintHistory, 'stage' | 'stageSince' | 'acknowledgedOn' | 'closedOn'>;

/** A complaint with all it is stored with, except its number. */
export type ComplaintRecord = ComplaintFact & DueDates & ComplaintState;

/** One column: how a batch of rows becomes a binary array of it. */
export interface Column<Row> {
  name: string;
  /** Element type of the array on the wire. */
  type: string;
  /** Type to cast each element to, where it differs (nested arrays travel as text). */
  cast?: string;
  encode(rows: readonly Row[]): Buffer;
}

const dates = (values: readonly (string | null)[]): Buffer =>
  dateArray(values.map((date) => (date === null ? null : dayNumberOf(date))));

export const STATE_COLUMNS: readonly Column<ComplaintState>[] = [
  { name: 'stage', type: 'int2', encode: (rows) => int2Array(rows.map(({ stage }) => STAGES.numberOf(stage) ?? 0)) },
  { name: 'stage_since', type: 'timestamptz', encode: (rows) => timestamptzArray(rows.map((row) => row.stageSince)) },
  { name: 'acknowledged_on', type: 'date', encode: (rows) => dates(rows.map((row) => row.acknowledgedOn)) },
  { name: 'closed_on', type: 'date', encode: (rows) => dates(rows.map((row) => row.closedOn)) },
];

export const RECORD_COLUMNS: readonly Column<ComplaintRecord>[] = [
  { name: 'id', type: 'uuid', encode: (rows) => uuidArray(rows.map(({ id }) => id)) },
  { name: 'source_id', type: 'uuid', encode: (rows) => uuidArray(rows.map(({ sourceId }) => sourceId)) },
  { name: 'department_id', type: 'uuid', encode: (rows) => uuidArray(rows.map(({ departmentId }) => departmentId)) },
  { name: 'content_hash', type: 'int8', encode: (rows) => int8Array(rows.map(({ contentHash }) => contentHash)) },
  { name: 'external_id', type: 'text', encode: (rows) => textArray(rows.map(({ externalId }) => externalId)) },
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
