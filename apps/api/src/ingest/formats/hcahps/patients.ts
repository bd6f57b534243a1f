import type { Problem } from '../../rows/candidate.ts';
import { UnreadableFile } from '../../unreadable-file.ts';
import { heardXml, RefusedXml } from '../xml/bounded-xml.ts';
import { ADMINISTRATION_TAKEN, HEADER_TAKEN, isAboutTheHospital } from './elements.ts';

/** One patient of a file: what is taken of the header, the administration, and the answers, by element. */
export interface Patient {
  /** Its place among the patients of the file, from 1. */
  position: number;
  administration: Readonly<Record<string, string>>;
  /** Undefined where the patient did not answer. */
  answers: Readonly<Record<string, string>> | undefined;
  problem?: Problem;
}

/** More elements than any version of the survey has. */
const MOST_ELEMENTS = 500;
const LONGEST_TEXT = 200;

const TOO_MUCH: Problem = {
  field: null,
  code: 'too-long',
  message: 'The record of this patient holds far more than the survey asks: export the file again.',
};

/** The patients of a file, some at a time. Throws `UnreadableFile` for XML that is broken, cut off or not of the survey. */
export async function* patientsIn(name: string, pieces: AsyncIterable<string>): AsyncGenerator<Patient[]> {
  const listener = new PatientListener();
  try {
    for await (const _ of heardXml(pieces, listener)) yield listener.taken();
    yield listener.taken();
  } catch (error) {
    if (error instanceof RefusedXml) throw new UnreadableFile(`${name} ${inWords(error.message)}`);
    throw error instanceof WrongSurvey ? new UnreadableFile(`${name} ${error.message}`) : error;
  }
}

function inWords(why: string): string {
  if (why === 'a document type') {
    return 'declares a document type (DOCTYPE), which no file of this survey needs: take the declaration out.';
  }
  if (why === 'too deep' || why === 'too long')
    return 'nests deeper or goes on longer in one place than any file of this survey.';
  return `is not whole XML: it is broken or cut off. Export it again and send it unchanged.`;
}

/** The message goes on after the name of the file. */
class WrongSurvey extends Error {
  override readonly name = 'WrongSurvey';
}

class PatientListener {
  private readonly path: string[] = [];
  private readonly header: Record<string, string> = {};
  private administration: Record<string, string> = {};
  private answers: Record<string, string> | undefined;
  private elements = 0;
  private problem: Problem | undefined;
  private position = 0;
  private said = '';
  private patients: Patient[] = [];

  /** The patients that have been heard since the last time. */
  taken(): Patient[] {
    const { patients } = this;
    this.patients = [];
    return patients;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.path.length === 0) checkRoot(name, attributes);
    this.path.push(name);
    this.said = '';
    if (name === 'patientleveldata') this.begin();
    if (name === 'patientresponse') this.answers = {};
  }

  text(text: string): void {
    // What is longer than any answer would only be refused; so is a text that begins like one.
    if (this.said.length <= LONGEST_TEXT) this.said += text.slice(0, LONGEST_TEXT + 1);
  }

  close(name: string): void {
    this.path.pop();
    const within = this.path.at(-1);
    const text = this.said.trim();
    this.said = '';
    if (within === 'header' && HEADER_TAKEN.includes(name)) this.header[name] = text;
    if (within === 'administration' && ADMINISTRATION_TAKEN.includes(name)) this.put(this.administration, name, text);
    if (within === 'patientresponse' && isAboutTheHospital(name)) this.put(this.answers ?? {}, name, text);
    if (name === 'patientleveldata') this.finish();
  }

  private begin(): void {
    this.position += 1;
    this.administration = {};
    this.answers = undefined;
    this.problem = undefined;
    this.elements = 0;
  }

  private put(into: Record<string, string>, name: string, text: string): void {
    this.elements += 1;
    if (this.elements > MOST_ELEMENTS || text.length > LONGEST_TEXT) this.problem = TOO_MUCH;
    else into[name] = text;
  }

  private finish(): void {
    const { position, answers, problem } = this;
    const administration = { ...this.header, ...this.administration };
    this.patients.push({ position, administration, answers, ...(problem === undefined ? {} : { problem }) });
  }
}

const ROOT = 'monthlydata';
/** Surveys of other sorts of care use the same root. */
const OTHER_SURVEY = /homehealth|hhcahps|ich-?cahps|hospice|oas-?cahps/i;

function checkRoot(name: string, attributes: Readonly<Record<string, string>>): void {
  if (name !== ROOT)
    throw new WrongSurvey(`is not of HCAHPS: its outermost element is ${name.slice(0, 60)}, not ${ROOT}.`);
  if (OTHER_SURVEY.test(attributes.xmlns ?? '')) {
    throw new WrongSurvey('is of another CAHPS survey. Only that of hospitals (HCAHPS) is read.');
  }
}
