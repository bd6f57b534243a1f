import { plainName } from '../../mapping/nearest-name.ts';

/** The six answers, best first, by the fields they feed. */
export const ANSWERS = ['veryGood', 'good', 'neither', 'poor', 'veryPoor', 'dontKnow'] as const;

/** What a column of a monthly file of the test tells: an answer, a total, a place, or when. */
export type FftColumn =
  | (typeof ANSWERS)[number]
  | ('responses' | 'eligible')
  | ('parent' | 'org' | 'orgName' | 'site' | 'siteName' | 'ward' | 'spec1' | 'spec2')
  | ('year' | 'periodName' | 'period');

/** Names without case, marks, the number of the answer, and the SUM or MAX that some exports put behind them. */
const NAMES: Readonly<Record<string, FftColumn>> = {
  verygood: 'veryGood',
  good: 'good',
  neithergoodnorpoor: 'neither',
  poor: 'poor',
  verypoor: 'veryPoor',
  dontknow: 'dontKnow',
  totalresponses: 'responses',
  totaleligible: 'eligible',
  parentorgcode: 'parent',
  icbcode: 'parent',
  stpcode: 'parent',
  orgcode: 'org',
  trustcode: 'org',
  organisationcode: 'org',
  orgname: 'orgName',
  trustname: 'orgName',
  organisationname: 'orgName',
  sitecode: 'site',
  sitename: 'siteName',
  wardname: 'ward',
  spec1: 'spec1',
  firstspeciality: 'spec1',
  firstspecialty: 'spec1',
  spec2: 'spec2',
  secondspeciality: 'spec2',
  secondspecialty: 'spec2',
  yearnumber: 'year',
  periodname: 'periodName',
  period: 'period',
  month: 'period',
};

/** Where each column stands in a head, by what it tells. */
export type FftHead = ReadonlyMap<FftColumn, number>;

/** The columns of a row of names; undefined where it is no head of such a table. */
export function fftHead(names: readonly string[]): FftHead | undefined {
  const head = new Map<FftColumn, number>();
  for (const [index, name] of names.entries()) {
    const plain = plainName(name)
      .replace(/['’]/g, '')
      .replace(/(?:sum|max)$/, '')
      .replace(/^[1-6](?=[a-z])/, '');
    const column = Object.hasOwn(NAMES, plain) ? NAMES[plain] : undefined;
    if (column !== undefined && !head.has(column)) head.set(column, index);
  }
  const ofPlaces = (['org', 'site', 'ward', 'responses', 'eligible'] as const).some((column) => head.has(column));
  return ofPlaces && ANSWERS.every((answer) => head.has(answer)) ? head : undefined;
}

/** True where the names end as those of inpatients do. */
export const saysSum = (names: readonly string[]): boolean => names.some((name) => /very good sum$/i.test(name.trim()));
