import type { RecordDto } from '#contracts/records.dto.ts';
import type { OrganisationView } from '../metrics/question/organisation-view.ts';
import type { FactList, FactRow } from './fact-list.ts';

/** What a kind of fact does not know. */
const NOTHING: Omit<RecordDto, 'id' | 'at' | 'department' | 'source'> = {
  channel: null,
  language: null,
  words: null,
  csat: null,
  nps: null,
  fft: null,
  effort: null,
  scores: null,
  waitKind: null,
  waitMinutes: null,
  promisedMinutes: null,
  outcome: null,
  complaintNumber: null,
  title: null,
  stage: null,
  severity: null,
  subjects: null,
  platform: null,
  stars: null,
  recommends: null,
  reply: null,
  collection: null,
  answers: null,
  eligible: null,
};

/** A fact as it is listed, with codes instead of ids and numbers. */
export function describeRecord(row: FactRow, list: FactList<FactRow>, organisation: OrganisationView): RecordDto {
  return {
    id: row.id,
    at: row.at.toISOString(),
    department: organisation.departments.find(({ id }) => id === row.departmentId)?.code ?? 'unknown',
    source: row.source,
    ...NOTHING,
    ...list.describe(row, organisation),
  };
}
