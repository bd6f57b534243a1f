import { UnreadableFile } from '../../unreadable-file.ts';
import type { Sheet } from '../format.ts';
import type { IdKey } from '../id-key.ts';
import type { ObjectReader, ObjectRow } from '../json/object-file.ts';
import type { ObjectItem } from '../json/object-item.ts';
import { FhirPatients } from './patients.ts';
import { FhirPlaces, type Pointer } from './places.ts';
import { type HeldResource, resourceOf } from './resources.ts';
import { FhirResponses } from './responses.ts';
import { FhirVisits, VISIT_COLUMNS, visitNamedBy } from './visits.ts';

const RESPONSE = 'QuestionnaireResponse';
const VISIT = 'Encounter';
const PART = 'EncounterHistory';
const PATIENT = 'Patient';

/** Visits whose place is remembered for the answers about them; resources of which a history may hold many versions. */
const MOST_VISITS = 100_000;
const MOST_VERSIONS = 500_000;

/** Read for what others refer to, or headings of what follows. */
const BESIDE: ReadonlySet<string> = new Set(['Bundle', 'Location', 'Organization', 'OperationOutcome']);

/** Makes rows of the resources of a file: answers to questionnaires, and visits with what their history tells of waiting. */
export class FhirReader implements ObjectReader {
  private readonly places = new FhirPlaces();
  private readonly placeOfVisit = new Map<string, Pointer>();
  private readonly responses = new FhirResponses((visit) => {
    const pointer = this.placeOfVisit.get(visit);
    return pointer === undefined ? '' : this.places.codeAt(pointer);
  });
  private visits = new FhirVisits(this.places);
  private readonly found = new Map<string, number>();
  private readonly patients: FhirPatients;
  private patientsMerged = false;
  private newestFirst = false;
  private answersNameVisits = false;
  private visitsNamePlaces = false;
  private read = new Set<string>();

  constructor(idKey: IdKey) {
    this.patients = new FhirPatients(idKey);
  }

  meet(item: ObjectItem): void {
    const held = resourceOf(item);
    if (held === undefined) return;
    const { type, resource } = held;
    this.found.set(type, (this.found.get(type) ?? 0) + 1);
    this.newestFirst ||= held.inHistory;
    this.places.meet(held);
    if (type === RESPONSE) {
      this.answersNameVisits ||= visitNamedBy(resource.encounter) !== '';
      this.responses.meet(held);
    }
    if (type === PATIENT && this.patients.meet(held)) this.patientsMerged = true;
    if (type === VISIT || type === PART) this.meetVisit(held);
  }

  private meetVisit({ type, id, resource }: HeldResource): void {
    const pointer = this.places.locationOf(resource);
    if (pointer.code === '' && pointer.key === '') return;
    this.visitsNamePlaces = true;
    if (type === VISIT && this.placeOfVisit.size <= MOST_VISITS) this.placeOfVisit.set(id, pointer);
  }

  sheets(): readonly Sheet[] {
    const answers = this.found.has(RESPONSE);
    const visits = this.found.has(VISIT) || this.found.has(PART) || this.patientsMerged;
    if (!answers && !visits) throw new UnreadableFile(nothingToRead([...this.found.keys()]));
    if (this.answersNameVisits && this.placeOfVisit.size > MOST_VISITS) {
      throw new UnreadableFile(
        'The file holds too many visits together with answers. Send visits and answers as two files.',
      );
    }
    const versions = [...this.found.values()].reduce((sum, some) => sum + some, 0);
    if (this.newestFirst && versions > MOST_VERSIONS) {
      throw new UnreadableFile(
        'The file holds too long a history. Send the present state instead, or a part at a time.',
      );
    }
    return [...(answers ? [this.answerSheet()] : []), ...(visits ? [this.visitSheet()] : [])];
  }

  /** Forgets what an earlier reading of the file has told. */
  begin(): void {
    this.visits = new FhirVisits(this.places);
    this.read = new Set();
  }

  rowsOf(item: ObjectItem): readonly ObjectRow[] | string | undefined {
    const held = resourceOf(item);
    if (held === undefined || BESIDE.has(held.type)) return undefined;
    const { type } = held;
    const merged = type === PATIENT ? this.patients.rowsOf(held) : [];
    const isRead = type === RESPONSE || type === VISIT || type === PART || merged.length > 0;
    if (!isRead) return 'resources that are neither answers nor visits';
    if (this.isOlder(held)) return 'older versions of answers and visits';
    if (type === RESPONSE) return this.responses.rowOf(held);
    const rows = type === PATIENT ? merged : type === VISIT ? this.visits.ofVisit(held) : this.visits.ofPart(held);
    const sheet = this.found.has(RESPONSE) ? 1 : 0;
    return typeof rows === 'string' ? rows : rows.map((row) => ({ ...row, sheet }));
  }

  /** A history begins with the newest version of each resource. */
  private isOlder({ type, id }: HeldResource): boolean {
    if (!this.newestFirst) return false;
    const key = `${type}/${id}`;
    if (this.read.has(key)) return true;
    this.read.add(key);
    return false;
  }

  private answerSheet(): Sheet {
    return {
      name: 'answers',
      kind: 'survey-responses',
      columns: this.responses.columns(),
      preset: {
        columns: {
          'QuestionnaireResponse.id': 'externalId',
          'QuestionnaireResponse.authored': 'respondedAt',
          'QuestionnaireResponse.language': 'language',
          'QuestionnaireResponse.encounter': 'visit',
          ...(this.placeOfVisit.size > 0 ? { 'Encounter.location': 'department' } : {}),
        },
      },
    };
  }

  private visitSheet(): Sheet {
    return {
      name: 'visits',
      kind: 'waits',
      columns: VISIT_COLUMNS,
      preset: {
        columns: {
          'Encounter.id': 'externalId',
          visit: 'visit',
          [this.visitsNamePlaces ? 'Encounter.location' : 'Encounter.serviceProvider']: 'department',
          arrived: 'startedAt',
          'wait ended': 'endedAt',
          outcome: 'outcome',
        },
        constants: { kind: 'arrival-to-seen' },
      },
    };
  }
}

function nothingToRead(types: readonly string[]): string {
  const held =
    types.length === 0 ? 'no FHIR resources' : `${types.slice(0, 5).join(', ')} but no answers and no visits`;
  return `The file holds ${held}. Export QuestionnaireResponse, Encounter or EncounterHistory, as a Bundle or as NDJSON.`;
}
