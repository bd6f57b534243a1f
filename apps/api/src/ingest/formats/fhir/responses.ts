import { UnreadableFile } from '../../unreadable-file.ts';
import { columnNames } from '../../csv/column-names.ts';
import { textAt } from '../json/cell-text.ts';
import type { ObjectRow } from '../json/object-file.ts';
import type { SourceColumn } from '../format.ts';
import { answersIn } from './answers.ts';
import { identifierOf } from './reference.ts';
import type { HeldResource } from './resources.ts';
import { visitNamedBy } from './visits.ts';

const RESPONSE_COLUMNS: readonly SourceColumn[] = [
  { name: 'QuestionnaireResponse.id' },
  { name: 'QuestionnaireResponse.questionnaire' },
  { name: 'QuestionnaireResponse.authored' },
  { name: 'QuestionnaireResponse.language' },
  { name: 'QuestionnaireResponse.encounter', label: 'Visit' },
  { name: 'Encounter.location', label: 'Identifier of the place where the visit began' },
];

/** More questions than the questionnaires of a hospital have between them. */
const MOST_QUESTIONS = 2000;
const COMPLETE: ReadonlySet<string> = new Set(['completed', 'amended']);

/** Makes rows of the answers to questionnaires: a column for each question, by the linkId that its questionnaire gives it. */
export class FhirResponses {
  private readonly labels = new Map<string, string>();
  private names: ReadonlyMap<string, string> = new Map();

  constructor(
    /** The place of the visit that a reference names, where the file tells it. */
    private readonly placeOf: (visit: string) => string,
  ) {}

  meet({ resource }: HeldResource): void {
    for (const { linkId, label } of answersIn(resource)) {
      this.labels.set(linkId, this.labels.get(linkId) || label);
      if (this.labels.size > MOST_QUESTIONS) {
        throw new UnreadableFile(
          `The file answers more than ${MOST_QUESTIONS} different questions. Send the answers of one questionnaire at a time.`,
        );
      }
    }
  }

  /** The columns, once all answers have been met. */
  columns(): SourceColumn[] {
    const taken = RESPONSE_COLUMNS.map(({ name }) => name);
    const names = columnNames([...taken, ...this.labels.keys()]).slice(taken.length);
    this.names = new Map([...this.labels.keys()].map((linkId, index) => [linkId, names[index] ?? linkId]));
    const questions = [...this.labels.values()].map((label, index) => ({ name: names[index] ?? '', label }));
    return [...RESPONSE_COLUMNS, ...questions.map(({ name, label }) => (label === '' ? { name } : { name, label }))];
  }

  /** The row of a response, or why there is none. */
  rowOf({ id, resource, deleted }: HeldResource): readonly ObjectRow[] | string {
    const status = textAt(resource, 'status');
    const visit = visitNamedBy(resource.encounter);
    const cells: Record<string, string> = {
      'QuestionnaireResponse.id': id || identifierOf(resource),
      'QuestionnaireResponse.questionnaire': textAt(resource, 'questionnaire'),
      'QuestionnaireResponse.authored': textAt(resource, 'authored'),
      'QuestionnaireResponse.language': textAt(resource, 'language'),
      'QuestionnaireResponse.encounter': visit,
      'Encounter.location': this.placeOf(visit),
    };
    if (deleted || status === 'entered-in-error') return [{ cells, retracts: true }];
    if (!COMPLETE.has(status)) return 'answers that were not completed';
    for (const { linkId, text } of answersIn(resource)) {
      const name = this.names.get(linkId) ?? linkId;
      cells[name] = [cells[name] ?? '', text].filter((one) => one !== '').join('; ');
    }
    return [{ cells }];
  }
}
