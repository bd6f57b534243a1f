import { csv } from './csv.ts';
import { qualtrics } from './qualtrics.ts';
import { limesurvey } from './limesurvey.ts';
import { redcap } from './redcap.ts';
import { surveymonkey } from './surveymonkey.ts';
import { googleForms } from './google-forms.ts';
import type { FileHead, Format } from './format.ts';
import { fhir } from './fhir.ts';
import { hcahps } from './hcahps.ts';
import { hl7Adt } from './hl7-adt.ts';
import { zendesk } from './zendesk.ts';
import { freshdesk } from './freshdesk.ts';
import { googleReviews } from './google-reviews.ts';
import { trustpilot } from './trustpilot.ts';
import { facebook } from './facebook.ts';
import { nhsFft } from './nhs-fft.ts';
import { xlsx } from './xlsx.ts';
import { ndjson } from './ndjson.ts';
import { json } from './json.ts';

/** What known systems write. No file is recognised by two of them. */
export const SYSTEM_FORMATS: readonly Format[] = [
  qualtrics,
  zendesk,
  limesurvey,
  freshdesk,
  hl7Adt,
  fhir,
  hcahps,
  redcap,
  googleReviews,
  trustpilot,
  facebook,
  surveymonkey,
  googleForms,
  nhsFft,
];

/** What any file of its sort can be read as when no system is recognised. */
const GENERAL_FORMATS: readonly Format[] = [json, ndjson, xlsx, csv];

/** Every format that can be read, in the order in which a file is held against them. */
export const FORMATS: readonly Format[] = [...SYSTEM_FORMATS, ...GENERAL_FORMATS];

/** The format a file is of, told from its beginning; undefined where people have to say. */
export function formatOf(head: FileHead): Format | undefined {
  return FORMATS.find((format) => format.recognises(head));
}
