import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { RowField } from '#contracts/ingest/row-field.ts';
import type { MappableFields } from '../../mapping/mappable-fields.ts';
import { plainName } from '../../mapping/nearest-name.ts';
import type { Sheet } from '../format.ts';
import { type AnswerValues, answerValues } from './answer-values.ts';
import type { ColumnLook } from './column-look.ts';
import { FIELD_HINTS, type FieldHint, TOUCHPOINT_WORDS } from './field-hints.ts';
import { identifiesPeople } from './identifies-people.ts';
import { type KnownPlaces, unknownAmong } from './known-places.ts';
import type { ProposalReason, ProposedColumn } from './proposed-column.ts';
import { asWords, patternOf, spokenOf, wordIn } from './spoken-words.ts';

/** One column's claim to feed one field. */
export interface Claim {
  /** Position of the column, from 0. */
  column: number;
  field: string;
  /** Against others: format 100, same name 50, words 1 to 5, values alone less than 1. */
  weight: number;
  certainty: NonNullable<ProposedColumn['certainty']>;
  reason: ProposalReason;
  /** How its texts would be read, for fields that are not free text. */
  answers?: AnswerValues;
  dated: boolean;
  /** Its numbers do not fit the field: it is told, not proposed. */
  offScale?: boolean;
  /** Holds only for the one column of its shape that nothing else claims. */
  alone?: boolean;
}

export interface ClaimContext {
  kind: FactKind;
  sheet: Pick<Sheet, 'columns' | 'preset'>;
  looks: readonly ColumnLook[];
  fields: MappableFields;
  touchpoints: readonly { code: string; name: string }[];
  places: KnownPlaces;
}

/** No form that people fill in has more columns; further ones are fed by format or name alone. */
export const LOOKED_AT = 500;

const FORMAT_WEIGHT = 100;
const SAME_NAME_WEIGHT = 50;
const TOUCHPOINT_WEIGHT = 2.5;
const KNOWN_PLACES_WEIGHT = 2.2;
const ALONE_WEIGHT = 0.5;
/** What words lose that the values do not bear out. */
const UNREAD_PENALTY = 1.5;
const EMPTY_PENALTY = 0.7;
/** More values than this that a scale does not have, and it is another scale. */
const STRAY = 0.2;

/** Every claim of every column, whether or not another one has a better one. */
export function claimsOn(context: ClaimContext): Claim[] {
  const { kind, sheet, fields, touchpoints, looks } = context;
  const { constants = {}, columns: presetColumns = {} } = sheet.preset;
  const hints = [...FIELD_HINTS[kind], ...touchpoints.map(touchpointHint)].filter(
    ({ field }) => fields.has(field) && !(field in constants),
  );
  return sheet.columns.flatMap((source, column) => {
    const { name } = source;
    const preset = presetColumns[name];
    if (preset === null) return [];
    if (preset !== undefined) {
      const known = [preset].flat().filter((field) => fields.has(field));
      return known.map((field) => claim(context, column, field, FORMAT_WEIGHT, 'told', { from: 'format' }));
    }
    const called = [...fields.keys()].find((field) => isCalled(name, field));
    if (called !== undefined && !(called in constants)) {
      return [claim(context, column, called, SAME_NAME_WEIGHT, 'told', { from: 'same-name', word: name })];
    }
    if (column >= LOOKED_AT) return [];
    if (identifiesPeople(source, looks[column]?.values ?? [])) return [];
    return hints.flatMap((hint) => claimByHint(context, column, hint)).concat(claimByPlaces(context, column));
  });
}

type WordHint = FieldHint & { pattern?: RegExp };

function touchpointHint({ code, name }: { code: string; name: string }): WordHint {
  const words = [name, code.replaceAll('-', ' '), ...(TOUCHPOINT_WORDS[code] ?? [])].filter((word) => word.length > 2);
  return {
    field: `scores.${code}`,
    shapes: ['whole-numbers', 'short-texts'],
    topics: [],
    not: ['recommend', 'overall'],
    weight: TOUCHPOINT_WEIGHT,
    pattern: patternOf(words),
  };
}

/** True for a column that feeds a field of its own accord, since it is called like it. */
export function isCalled(column: string, field: string): boolean {
  const plain = plainName(column);
  return plain === plainName(field) || (plain === 'id' && field === 'externalId');
}

function claimByHint(context: ClaimContext, column: number, hint: WordHint): Claim[] {
  const look = context.looks[column] as ColumnLook;
  const empty = look.shape === 'empty';
  if (!empty && !hint.shapes.includes(look.shape)) return [];
  const { name = '', label = '' } = context.sheet.columns[column] ?? {};
  const texts = [asWords(name), asWords(label)] as const;
  const said = (topic: (text: string) => string | undefined): [string, 'name' | 'question'] | undefined => {
    const [inName, inLabel] = texts.map(topic);
    if (inName !== undefined) return [inName, 'name'];
    return inLabel === undefined ? undefined : [inLabel, 'question'];
  };
  if (hint.not?.some((topic) => said((text) => spokenOf(topic, text)) !== undefined) === true) return [];
  const byTopic = hint.topics.map((topic) => said((text) => spokenOf(topic, text)));
  const [word, from] =
    said((text) => (hint.pattern === undefined ? undefined : wordIn(hint.pattern, text))) ??
    byTopic.find((found) => found !== undefined) ??
    [];
  if (word !== undefined && from !== undefined) {
    if (hint.distinct === true && !look.distinct) return [];
    const more = hint.more?.filter((topic) => said((text) => spokenOf(topic, text)) !== undefined).length ?? 0;
    const weight = (hint.weight ?? 2) + more - (empty ? EMPTY_PENALTY : 0);
    return [claim(context, column, hint.field, weight, empty ? 'guess' : 'likely', { from, word })].filter(
      ({ answers, field }) => field !== 'fft' || answers === undefined || answers.read > 0,
    );
  }
  const lone = hint.alone === true && (look.shape === 'dates' || look.shape === 'words');
  return lone
    ? [{ ...claim(context, column, hint.field, ALONE_WEIGHT, 'guess', { from: 'values' }), alone: true }]
    : [];
}

/** A column most of whose values are departments, or sites, whatever it is called. */
function claimByPlaces(context: ClaimContext, column: number): Claim[] {
  const { shape, values } = context.looks[column] as ColumnLook;
  if (shape !== 'short-texts') return [];
  const { departments, sites } = context.places;
  return (
    [
      ['department', departments],
      ['site', sites],
    ] as const
  ).flatMap(([field, known]) =>
    context.fields.has(field) && unknownAmong(values, known).length * 2 < values.length
      ? [claim(context, column, field, KNOWN_PLACES_WEIGHT, 'likely', { from: 'values' })]
      : [],
  );
}

function claim(
  { fields, looks }: ClaimContext,
  column: number,
  field: string,
  weight: number,
  certainty: Claim['certainty'],
  reason: ProposalReason,
): Claim {
  const rules = fields.get(field) as RowField;
  const { shape, values } = looks[column] as ColumnLook;
  const made: Claim = { column, field, weight, certainty, reason, dated: rules.type === 'instant' };
  if (shape === 'empty' || rules.type === 'instant' || rules.type === 'number') return made;
  if (rules.type === 'text' && field !== 'language') return made;
  made.answers = answerValues(field, rules, values);
  if (rules.type === 'integer' && shape === 'whole-numbers') {
    made.offScale = made.answers.unread.length > values.length * STRAY;
    return made;
  }
  const unread = made.answers.read * 2 < values.length;
  return unread && certainty === 'likely' ? { ...made, certainty: 'guess', weight: weight - UNREAD_PENALTY } : made;
}
