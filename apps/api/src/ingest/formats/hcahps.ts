import type { Problem } from '../rows/candidate.ts';
import { decodedText } from '../csv/decoded-text.ts';
import type { SourceFile } from '../source-file.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { fileHead } from './file-head.ts';
import type { FileHead, Format, FormatOptions, OpenedFile, SourceColumn, SourceRecord } from './format.ts';
import { QUESTIONS } from './hcahps/elements.ts';
import { type Patient, patientsIn } from './hcahps/patients.ts';
import { presetFor } from './hcahps/preset.ts';
import { sheetRecord } from './sheet-record.ts';

const OWN_COLUMNS: readonly SourceColumn[] = [
  { name: 'key', label: 'Hospital, month and patient-id' },
  { name: 'discharged in', label: 'First day of the month of discharge' },
  { name: 'provider-id', label: 'CMS certification number' },
  { name: 'strata-name' },
  { name: 'survey-mode' },
  { name: 'survey-completion-mode' },
  { name: 'language' },
];

/** More questions than any version of the survey has. */
const MOST_QUESTIONS = 400;
const COMPLETED = /^0?1$/;
const BROKEN_OFF = /^0?6$/;

/** The monthly file that a hospital or its vendor submits: answers of patients of one month. No adjustment is claimed. */
export const hcahps: Format = {
  code: 'hcahps',
  title: 'HCAHPS',

  recognises(head) {
    const text = head.bytes.toString('latin1');
    const root = /<(?:\w+:)?monthlydata\b[^>]*>/.exec(text)?.[0];
    return root !== undefined && (/["/]hcahps/i.test(root) || text.includes('<determination-of-service-line>'));
  },

  open: openHcahps,
};

async function openHcahps(file: SourceFile, options: FormatOptions): Promise<OpenedFile> {
  const head = await fileHead(file, options.encoding);
  if (
    !/^(?:\xef\xbb\xbf)?\s*</.test(head.bytes.toString('latin1')) &&
    head.text?.trimStart().startsWith('<') !== true
  ) {
    throw new UnreadableFile(`${file.name} does not begin as XML does. Send the file as it was submitted.`);
  }
  const encoding = options.encoding ?? declaredEncoding(head);
  const patients = (onRead?: (bytes: number) => void): AsyncIterable<Patient[]> =>
    patientsIn(file.name, decodedText(file, { encoding, onRead }));
  const questions = new Set<string>();
  for await (const some of patients()) {
    for (const { answers } of some) for (const question of Object.keys(answers ?? {})) questions.add(question);
    if (questions.size > MOST_QUESTIONS) throw new UnreadableFile(`${file.name} asks more than any version of HCAHPS.`);
  }
  const columns = [...OWN_COLUMNS, ...[...questions].map(columnOf)];
  const passedOver = new Map<string, number>();

  const recordsOf = (patient: Patient): SourceRecord[] => {
    const reason = reasonToPassOver(patient);
    if (reason === undefined) return [recordOf(patient, columns)];
    passedOver.set(reason, (passedOver.get(reason) ?? 0) + 1);
    return [];
  };
  return {
    sheets: [{ name: 'patients', kind: 'survey-responses', columns, preset: presetFor(columns) }],
    passedOver: () => passedOver,
    check: () => Promise.resolve(),
    async *records(onRead) {
      passedOver.clear();
      for await (const some of patients(onRead)) yield some.flatMap(recordsOf);
    },
  };
}

function columnOf(element: string): SourceColumn {
  const label = QUESTIONS[element];
  return label === undefined ? { name: element } : { name: element, label };
}

/** Only what the survey itself counts: those who answered at least half of the questions that everybody is asked. */
function reasonToPassOver({ administration, answers, problem }: Patient): string | undefined {
  const status = administration['survey-status'] ?? '';
  if (problem !== undefined || COMPLETED.test(status)) return undefined;
  if (BROKEN_OFF.test(status)) return 'answers that were broken off';
  return answers === undefined || status !== '' ? 'patients who did not answer' : undefined;
}

const NO_STATUS: Problem = {
  field: null,
  code: 'no-status',
  message: 'The record does not say whether the survey was completed: survey-status is missing.',
};
const NO_ANSWERS: Problem = {
  field: null,
  code: 'no-answers',
  message: 'The survey was completed, says its status, but no answers are given.',
};
const NO_MONTH: Problem = {
  field: 'respondedAt',
  code: 'no-month',
  message: 'The record does not tell the month of discharge: discharge-yr and discharge-month are needed.',
};
const NO_ID: Problem = {
  field: 'externalId',
  code: 'required',
  message: 'The record has no patient-id, by which it could be told from the others.',
};

function recordOf(
  { position, administration, answers, problem }: Patient,
  columns: readonly SourceColumn[],
): SourceRecord {
  const { 'provider-id': provider = '', 'discharge-yr': year = '', 'discharge-month': month = '' } = administration;
  const { 'patient-id': patient = '', 'survey-status': status = '' } = administration;
  const discharged =
    /^\d{4}$/.test(year) && /^(?:0?[1-9]|1[0-2])$/.test(month) ? `${year}-${month.padStart(2, '0')}-01` : '';
  const cells = {
    ...administration,
    ...answers,
    key: patient === '' ? '' : [provider, discharged.slice(0, 7), patient].join(' '),
    'discharged in': discharged,
  };
  const fault =
    problem ??
    (status === '' ? NO_STATUS : undefined) ??
    (answers === undefined ? NO_ANSWERS : undefined) ??
    (discharged === '' ? NO_MONTH : undefined) ??
    (patient === '' ? NO_ID : undefined);
  return sheetRecord(position, 0, columns, { cells, ...(fault === undefined ? {} : { problem: fault }) });
}

/** What the file itself says of its encoding, where it is not UTF-8. */
function declaredEncoding({ bytes }: FileHead): string | undefined {
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(bytes.toString('latin1'))?.[1];
  return declared === undefined || /^(?:utf-?8|us-ascii|utf-16)$/i.test(declared) ? undefined : declared;
}
