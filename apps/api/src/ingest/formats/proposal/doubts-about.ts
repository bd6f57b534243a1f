import { isGarbled } from './garbled.ts';
import { spelled } from '../../mapping/value-map.ts';
import { type Claim, type ClaimContext, LOOKED_AT } from './claim.ts';
import type { ColumnLook } from './column-look.ts';
import type { Doubt, DoubtfulValue } from './doubt.ts';
import { unknownAmong, withNearest } from './known-places.ts';
import type { SettledClaims } from './settled-claims.ts';

/** How many values a doubt lists; the others are counted. */
const LISTED = 20;

const SURVEY_ANSWERS = ['csat', 'nps', 'fft', 'effort', 'comment'];

interface DoubtContext extends Omit<ClaimContext, 'touchpoints'> {
  claims: readonly Claim[];
  settled: SettledClaims;
}

/** Everything about a proposal that people should look at before they agree. */
export function doubtsAbout(context: DoubtContext): Doubt[] {
  const { kind, sheet, looks, fields, claims, settled } = context;
  const nameOf = (column: number): string => sheet.columns[column]?.name ?? '';
  const lookOf = (column: number): ColumnLook => looks[column] as ColumnLook;
  const fed = new Set([...settled.won.map(({ field }) => field), ...Object.keys(sheet.preset.constants ?? {})]);
  const answered = [...fed].some((field) => SURVEY_ANSWERS.includes(field) || field.startsWith('scores.'));

  return [
    ...settled.won.flatMap((claim) => [
      ...datesOf(claim, nameOf(claim.column), lookOf(claim.column), sheet.preset),
      ...numbersOf(claim, nameOf(claim.column), lookOf(claim.column)),
      ...valuesOf(claim, nameOf(claim.column), sheet.preset.values?.[claim.field] ?? {}),
      ...placesOf(claim, nameOf(claim.column), lookOf(claim.column), context.places),
      ...rivalsOf(claim, claims, settled, nameOf),
    ]),
    ...claims
      .filter(
        ({ offScale, field, column }) => offScale === true && !fed.has(field) && settled.byColumn[column]?.length === 0,
      )
      .map(({ column, field }) => scaleDoubt(nameOf(column), field, lookOf(column), false)),
    ...looks.flatMap(({ values }, column): Doubt[] =>
      isGarbled([nameOf(column), sheet.columns[column]?.label ?? '', ...values])
        ? [{ code: 'garbled', column: nameOf(column) }]
        : [],
    ),
    ...[...fields].flatMap(([field, { required }]): Doubt[] =>
      required === true && !fed.has(field) ? [{ code: 'nothing-feeds', field }] : [],
    ),
    ...(looks.length > LOOKED_AT ? [{ code: 'not-looked-at', columns: looks.length - LOOKED_AT } as const] : []),
    ...(kind === 'survey-responses' && !answered ? [{ code: 'no-answers' } as const] : []),
  ];
}

function datesOf(
  { dated }: Claim,
  column: string,
  { shape, order, zoned }: ColumnLook,
  preset: ClaimContext['sheet']['preset'],
): Doubt[] {
  if (!dated || shape !== 'dates') return [];
  const asked: Doubt[] = [];
  if (preset.dates?.order === undefined && (order === 'either' || order === 'both')) {
    asked.push({ code: 'date-order', column, shows: order });
  }
  if (preset.dates?.zone === undefined && zoned !== true) asked.push({ code: 'zone', column });
  return asked;
}

/** A recommendation from 1 to 5 is perhaps none from 0 to 10; ease likewise. */
function numbersOf({ field, offScale }: Claim, column: string, look: ColumnLook): Doubt[] {
  const { shape, least = 0, most = 0, ambiguousNumbers } = look;
  const asked: Doubt[] = ambiguousNumbers === true && !field.endsWith('Id') ? [{ code: 'decimal-mark', column }] : [];
  if (shape !== 'whole-numbers') return asked;
  const narrow = (field === 'nps' && least >= 1 && most <= 5) || (field === 'effort' && most <= 5);
  return narrow || offScale === true ? [...asked, scaleDoubt(column, field, look, true)] : asked;
}

function scaleDoubt(column: string, field: string, { least = 0, most = 0 }: ColumnLook, proposed: boolean): Doubt {
  return { code: 'scale', column, field, least, most, proposed };
}

function valuesOf({ field, answers }: Claim, column: string, told: Readonly<Record<string, string>>): Doubt[] {
  if (answers === undefined) return [];
  const known = new Set(Object.keys(told).map(spelled));
  const unread = answers.unread.filter((text) => !known.has(spelled(text))).map((text) => ({ text }));
  const twoWays = answers.twoWays.map((text) => ({ text }));
  return [
    ...(unread.length === 0 ? [] : [{ code: 'unread-values', column, field, ...listed(unread) } as const]),
    ...(twoWays.length === 0 ? [] : [{ code: 'two-scales', column, field, values: twoWays } as const]),
  ];
}

function placesOf(
  { field }: Claim,
  column: string,
  { values }: ColumnLook,
  { departments, sites }: ClaimContext['places'],
): Doubt[] {
  if (field !== 'department' && field !== 'site') return [];
  const known = field === 'department' ? departments : sites;
  const unknown = unknownAmong(values, known);
  if (unknown.length === 0) return [];
  const { values: some, more } = listed(unknown.map((text) => ({ text })));
  return [{ code: 'unknown-places', column, field, values: some.map(({ text }) => withNearest(text, known)), more }];
}

function rivalsOf(
  claim: Claim,
  claims: readonly Claim[],
  { byColumn }: SettledClaims,
  nameOf: (column: number) => string,
): Doubt[] {
  if (claim.certainty === 'told') return [];
  const others = claims
    .filter(({ column, field, weight }) => column !== claim.column && field === claim.field && weight >= claim.weight)
    .filter(({ column, offScale }) => byColumn[column]?.length === 0 && offScale !== true)
    .map(({ column }) => nameOf(column));
  return others.length === 0 ? [] : [{ code: 'also-likely', field: claim.field, column: nameOf(claim.column), others }];
}

function listed(values: readonly DoubtfulValue[]): { values: readonly DoubtfulValue[]; more: number } {
  return { values: values.slice(0, LISTED), more: Math.max(0, values.length - LISTED) };
}
