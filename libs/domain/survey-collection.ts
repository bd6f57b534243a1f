import { codeTable } from './code-table.ts';

/** Where patients were asked, as monthly counts of a survey are collected. Append-only: positions are stored. */
export const SURVEY_COLLECTIONS = codeTable([
  'inpatient',
  'emergency',
  'outpatient',
  'maternity',
  'community',
  'mental-health',
  'ambulance',
  'patient-transport',
  'gp',
  'dental',
  'other',
]);

export type SurveyCollection = (typeof SURVEY_COLLECTIONS.codes)[number];
