import { dayNumberOf } from '#domain/calendar-date.ts';
import type { Transaction } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { preparedName } from '../prepared-name.ts';
import type { Stored } from '../question/dimension-words.ts';
import { type AnswersShape, firstAnswersSql } from './answers.query.ts';

/** One combination of values, and for each counter the Monday since which it was ever answered; null if it never was. */
export interface FirstAnswers {
  keys: readonly string[];
  since: readonly (number | null)[];
}

/**
 * How long first answers are remembered. Those of the thirteen weeks before any end that is asked for are read each time;
 * only old answers of a kind never given before may go unnoticed, for as long.
 */
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 500;

type Remembered = Map<string, { at: number; found: readonly FirstAnswers[] }>;

const ofDatabase = new WeakMap<object, Remembered>();

/** Since when there have been answers. It looks at all weeks there are, and so is remembered for a while. */
export async function firstAnswers(
  { client, scope, manager }: Transaction,
  shape: AnswersShape,
  kinds: readonly Stored[] | undefined,
): Promise<readonly FirstAnswers[]> {
  const text = firstAnswersSql(shape);
  const name = [text, nameOfScope(scope), kinds?.join() ?? ''].join('\n');
  const remembered: Remembered = ofDatabase.get(manager.connection) ?? new Map();
  ofDatabase.set(manager.connection, remembered);
  const known = remembered.get(name);
  if (known !== undefined && performance.now() - known.at < REMEMBERED_MS) return known.found;
  const values = [scope.organisationId, ...(kinds === undefined ? [] : [[...kinds]])];
  const { rows } = await client.query({ name: preparedName(text), text, values });
  const found = (rows as Record<string, Stored | null>[]).map((row) => ({
    keys: shape.by.map((_, index) => String(row[`k${index}`] ?? '')),
    since: shape.counters.map((_, index) => {
      const first = row[`f${index}`] ?? null;
      return first === null ? null : dayNumberOf(String(first));
    }),
  }));
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  if (found.length > 0) remembered.set(name, { at: performance.now(), found });
  return found;
}

const nameOfScope = ({ organisationId, departmentIds }: Scope): string =>
  [organisationId, ...(departmentIds === 'all' ? ['*'] : [...departmentIds].sort())].join();
