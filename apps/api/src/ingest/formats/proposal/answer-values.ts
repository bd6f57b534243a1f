import type { RowField } from '#contracts/ingest/row-field.ts';
import { FFT_WORDINGS } from '../../mapping/fft-wordings.ts';
import { readBoolean } from '../../mapping/read-boolean.ts';
import { readerOf } from '../../mapping/read-cell.ts';
import { Refusal } from '../../mapping/refusal.ts';
import { spelled } from '../../mapping/value-map.ts';
import { CHANNEL_WORDINGS, EASE, FIVE_POINT_SCALES, LANGUAGE_WORDINGS, NO_ANSWERS } from './answer-wordings.ts';

/** How the different texts of a column would be read as a field. */
export interface AnswerValues {
  /** Text → what it stands for, for those that need it said. */
  values: Record<string, string>;
  /** Texts that nobody can read without being told. */
  unread: string[];
  /** Texts that stand for one thing on this scale and for another on one that fits as well. */
  twoWays: string[];
  /** How many texts say something, in words or as they are. */
  read: number;
}

type Meanings = ReadonlyMap<string, string>;

const meaningsOf = (texts: Readonly<Record<string, string>>): Meanings =>
  new Map(Object.entries(texts).map(([text, meaning]) => [spelled(text), meaning]));

const SCALES: readonly Meanings[] = FIVE_POINT_SCALES.map(
  (scale) =>
    new Map(scale.flatMap((texts, index) => texts.map((text): [string, string] => [spelled(text), String(index + 1)]))),
);
const EASE_MEANINGS = [meaningsOf(EASE)];
const CHANNELS = [meaningsOf(CHANNEL_WORDINGS)];
const LANGUAGES = [meaningsOf(LANGUAGE_WORDINGS)];
const FFT: Meanings = meaningsOf(FFT_WORDINGS);
const NOTHING: ReadonlySet<string> = new Set(NO_ANSWERS.map(spelled));
const LANGUAGE_TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*$/i;

/** `9 - Very likely` and `Very likely (9)`: an answer that says its own number. */
const NUMBERED = /^(\d{1,2})\s*(?:[-–—=:.)]|\s)\s*\D|(?:[-–—=:(]\s*)(\d{1,2})\)?$/;

/** Reads the texts of a column as the answers of a field. */
export function answerValues(name: string, field: RowField, texts: readonly string[]): AnswerValues {
  const read: AnswerValues = { values: {}, unread: [], twoWays: [], read: 0 };
  const [meanings = new Map<string, string>(), rival] = scalesFor(name, texts);
  for (const text of texts) {
    const spelling = spelled(text);
    const meaning = meanings.get(spelling) ?? numberIn(text, field);
    if (isReadAsItIs(name, field, text)) read.read += 1;
    else if (meaning !== undefined) {
      read.values[text] = meaning;
      read.read += 1;
      if (rival?.has(spelling) === true && rival.get(spelling) !== meaning) read.twoWays.push(text);
    } else if (NOTHING.has(spelling)) read.values[text] = '';
    else read.unread.push(text);
  }
  return read;
}

/** The scale that knows most of the texts, and another where it knows as many. */
function scalesFor(name: string, texts: readonly string[]): [Meanings?, Meanings?] {
  const scales = scalesOf(name)
    .map((scale) => ({ scale, known: texts.filter((text) => scale.has(spelled(text))).length }))
    .filter(({ known }) => known > 0)
    .sort((one, other) => other.known - one.known);
  const [best, next] = scales;
  return [best?.scale, next !== undefined && next.known === best?.known ? next.scale : undefined];
}

function scalesOf(name: string): readonly Meanings[] {
  if (name === 'csat' || name.startsWith('scores.')) return SCALES;
  if (name === 'effort') return EASE_MEANINGS;
  if (name === 'channel') return CHANNELS;
  return name === 'language' ? LANGUAGES : [];
}

function isReadAsItIs(name: string, field: RowField, text: string): boolean {
  if (name === 'fft' && FFT.has(spelled(text))) return true;
  if (name === 'language') return LANGUAGE_TAG.test(text);
  if (field.type === 'integer') return isWithin(field, readerOf(name, field, {})(text));
  if (field.type === 'boolean') return typeof readBoolean(text) === 'boolean';
  return field.type === 'code' || field.type === 'codes' ? !(readerOf(name, field, {})(text) instanceof Refusal) : true;
}

function numberIn(text: string, field: RowField): string | undefined {
  if (field.type !== 'integer') return undefined;
  const [, first, last] = NUMBERED.exec(text.trim()) ?? [];
  const number = first ?? last;
  return number !== undefined && isWithin(field, Number(number)) ? number : undefined;
}

function isWithin({ min, max }: { min: number; max: number }, value: unknown): boolean {
  return typeof value === 'number' && value >= min && value <= max;
}
