import type { CutTable } from './cut-table.ts';
import { FREE } from './cut-class.ts';

/** Whether a value of an axis belongs to what is asked for. */
export type Membership = (axis: number, value: string) => boolean;

/**
 * True if what a region (some values on each axis, from one cut to the other) holds may be told. Each cell that is too
 * small is hidden behind a pattern: the cell and its partners with changing signs, between the cuts of one class. A
 * region may be told if every pattern cancels out within it; then every sum and difference of such regions cancels it
 * too, and what is too small never does.
 */
export function isBalanced(inside: Membership, from: CutTable, to: CutTable): boolean {
  if (classSeen(inside, from) !== classSeen(inside, to)) return false;
  const names = new Set([...from.small.keys(), ...to.small.keys()]);
  return [...names].every((name) => {
    const [before, after] = [weightOf(inside, from, name), weightOf(inside, to, name)];
    if (before.weight === 0 && after.weight === 0) return true;
    return before.weight === after.weight && before.class === after.class;
  });
}

/** The class that binds a region that tells values of every axis apart; null if it does not, or the table is free. */
function classSeen(inside: Membership, { class: name, cells }: CutTable): string | symbol | null {
  if (name === FREE || cells.length === 0) return null;
  const axes = cells[0]?.values.length ?? 0;
  for (let axis = 0; axis < axes; axis += 1) {
    const values = cells.map((cell) => inside(axis, cell.values[axis] ?? ''));
    if (!values.includes(true) || !values.includes(false)) return null;
  }
  return name ?? Symbol('a cut that may not be told');
}

function weightOf(
  inside: Membership,
  { small, partners }: CutTable,
  name: string,
): { weight: number; class: string | symbol | null } {
  const cell = small.get(name);
  if (cell === undefined) return { weight: 0, class: null };
  const weight = cell.values.reduce(
    (product, value, axis) => product * (Number(inside(axis, value)) - Number(inside(axis, partners[axis] ?? ''))),
    1,
  );
  return { weight, class: cell.class ?? Symbol('a cut that may not be told') };
}
