import type { CutTable } from './cut-table.ts';
import { FREE } from './cut-class.ts';

/** Whether a value of an axis belongs to what is asked for. */
export type Membership = (axis: number, value: string) => boolean;

/** Whether a cell, by its value on each axis, belongs to what is asked for. */
export type CellMembership = (values: readonly string[]) => boolean;

/**
 * True if what a region (some values on each axis, from one cut to the other) holds may be told. Each cell that is too
 * small is hidden behind a pattern: the cell and its partners with changing signs, between the cuts of one class. A
 * region may be told if every pattern cancels out within it; then every sum and difference of such regions cancels it
 * too, and what is too small never does. `insideCell` is told where a cell does not belong to the region just because each
 * of its values does.
 */
export function isBalanced(inside: Membership, from: CutTable, to: CutTable, insideCell?: CellMembership): boolean {
  if (classSeen(inside, from, insideCell) !== classSeen(inside, to, insideCell)) return false;
  const names = new Set([...from.small.keys(), ...to.small.keys()]);
  return [...names].every((name) => {
    const [before, after] = [weightOf(inside, from, name, insideCell), weightOf(inside, to, name, insideCell)];
    if (before.weight === 0 && after.weight === 0) return true;
    return before.weight === after.weight && before.class === after.class;
  });
}

/** The class that binds a region that tells values of every axis apart; null if it does not, or the table is free. */
function classSeen(
  inside: Membership,
  { class: name, cells }: CutTable,
  insideCell: CellMembership | undefined,
): string | symbol | null {
  if (name === FREE || cells.length === 0) return null;
  const within = insideCell === undefined ? undefined : cells.filter(({ values }) => insideCell(values));
  const axes = cells[0]?.values.length ?? 0;
  for (let axis = 0; axis < axes; axis += 1) {
    const told = within && new Set(within.map(({ values }) => values[axis]));
    const values = cells.map(({ values: { [axis]: value = '' } }) => told?.has(value) ?? inside(axis, value));
    if (!values.includes(true) || !values.includes(false)) return null;
  }
  return name ?? Symbol('a cut that may not be told');
}

function weightOf(
  inside: Membership,
  { small, partners }: CutTable,
  name: string,
  insideCell: CellMembership | undefined,
): { weight: number; class: string | symbol | null } {
  const cell = small.get(name);
  if (cell === undefined) return { weight: 0, class: null };
  const weight =
    insideCell === undefined
      ? cell.values.reduce(
          (product, value, axis) =>
            product * (Number(inside(axis, value)) - Number(inside(axis, partners[axis] ?? ''))),
          1,
        )
      : cornersOf(cell.values, partners).reduce((sum, { values, sign }) => sum + (insideCell(values) ? sign : 0), 0);
  return { weight, class: cell.class ?? Symbol('a cut that may not be told') };
}

/** The cells of a pattern: the small one, and those with partners in its place on some of the axes. */
function cornersOf(
  values: readonly string[],
  partners: readonly (string | undefined)[],
): { values: readonly string[]; sign: number }[] {
  return values.reduce<{ values: readonly string[]; sign: number }[]>(
    (corners, _, axis) => [
      ...corners,
      ...corners.map((corner) => ({ values: corner.values.with(axis, partners[axis] ?? ''), sign: -corner.sign })),
    ],
    [{ values, sign: 1 }],
  );
}
