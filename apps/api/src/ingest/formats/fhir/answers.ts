import { cellText } from '../json/cell-text.ts';
import type { JsonObject } from '../json/object-item.ts';
import { codeOf, objectsOf } from './reference.ts';

/** An answer by the question it belongs to, as the questionnaire numbers it. */
export interface Answer {
  linkId: string;
  /** What was asked, where the answers repeat it. */
  label: string;
  text: string;
}

/** All questions of a response with what was answered, those within groups and within answers too. */
export function answersIn(response: JsonObject): Answer[] {
  return objectsOf(response.item).flatMap(answersOf);
}

function answersOf(item: JsonObject): Answer[] {
  const answers = objectsOf(item.answer);
  const texts = answers.map(answerText).filter((text) => text !== '');
  const nested = [...objectsOf(item.item), ...answers.flatMap((answer) => objectsOf(answer.item))].flatMap(answersOf);
  const linkId = cellText(item.linkId).trim();
  // A group asks nothing itself.
  if (linkId === '' || (answers.length === 0 && nested.length > 0)) return nested;
  return [{ linkId, label: cellText(item.text).trim(), text: texts.join('; ') }, ...nested];
}

/** Kinds of answers that are texts or numbers as they stand. */
const PLAIN = ['Boolean', 'Decimal', 'Integer', 'Date', 'DateTime', 'Time', 'String', 'Uri'] as const;

/** A choice is its code, which a mapping can rely on in every language. Pictures and references to people are left out. */
function answerText(answer: JsonObject): string {
  for (const kind of PLAIN) {
    const value = answer[`value${kind}`];
    if (value !== undefined) return cellText(value).trim();
  }
  const { valueCoding, valueQuantity } = answer;
  if (valueCoding !== undefined) return codeOf(valueCoding) || cellText((valueCoding as JsonObject | null)?.display);
  return cellText((valueQuantity as JsonObject | undefined)?.value);
}
