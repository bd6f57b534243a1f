/** A cell of a table (such as department by channel) as it stands at a cut through time. Cells never answered are left out. */
export interface CutCell {
  /** Its value on each axis of the table. */
  values: readonly string[];
  /** For each class of the cut, the finest first: whether enough answers lie in its window. */
  clean: readonly boolean[];
  /** How much is answered here, for choosing whom to hide along with it. */
  size: number;
}

/** What may be told at a cut of a table, and what hides behind what. */
export interface CutTable {
  /** The class in which its cells may be told apart at this cut; null if in none. */
  class: string | null;
  cells: readonly CutCell[];
  /** For each axis, the value that is hidden together with whatever is too small. */
  partners: readonly (string | undefined)[];
  /** Cells too small for the table's class, with the coarser class that they may be told in; null if in none. */
  small: ReadonlyMap<string, { values: readonly string[]; class: string | null }>;
}

export const nameOfCell = (values: readonly string[]): string => values.join('\n');

/**
 * Looks at a table at one cut: the finest class for which each axis has a value that is nowhere too small, so that it can
 * be hidden along with those that are. `classes` names the classes of the cut; `agreed` are partners that all cuts of a
 * week have agreed on, for the first class.
 */
export function cutTable(
  cells: readonly CutCell[],
  classes: readonly string[],
  agreed?: readonly (string | undefined)[],
): CutTable {
  const known = new Map(cells.map((cell) => [nameOfCell(cell.values), cell]));
  const axes = cells[0]?.values.length ?? 0;
  for (const [index, name] of classes.entries()) {
    const small = cells.filter(({ clean }) => clean[index] !== true);
    if (small.length === 0) return { class: name, cells, partners: [], small: new Map() };
    const chosen = Array.from({ length: axes }, (_, axis) => {
      const open = openValues(known, small, axis, index);
      const asked = index === 0 ? agreed?.[axis] : undefined;
      return agreed === undefined || index > 0 ? open[0] : open.find((value) => value === asked);
    });
    if (axes === 0 || chosen.includes(undefined)) continue;
    const classOf = ({ clean }: CutCell): string | null => classes[clean.indexOf(true)] ?? null;
    const entries = small.map(
      (cell) => [nameOfCell(cell.values), { values: cell.values, class: classOf(cell) }] as const,
    );
    return { class: name, cells, partners: chosen, small: new Map(entries) };
  }
  return { class: null, cells, partners: [], small: new Map() };
}

/** Values of an axis that can hide whatever is too small: nowhere small themselves, and answered wherever others are small. */
export function openValues(
  known: ReadonlyMap<string, CutCell>,
  small: readonly CutCell[],
  axis: number,
  index: number,
): string[] {
  const sizes = new Map<string, number>();
  for (const { values, size } of known.values()) {
    const value = values[axis] ?? '';
    sizes.set(value, (sizes.get(value) ?? 0) + size);
  }
  const taken = new Set(small.map(({ values }) => values[axis]));
  const beside = (value: string): boolean =>
    small.every(({ values }) => known.get(nameOfCell(values.with(axis, value)))?.clean[index] === true);
  return [...sizes]
    .filter(([value]) => !taken.has(value) && beside(value))
    .sort(([a, sizeOfA], [b, sizeOfB]) => magnitude(sizeOfA) - magnitude(sizeOfB) || (a < b ? -1 : 1))
    .map(([value]) => value);
}

/** Sizes within a factor of two are alike, so that the same value stays the partner while weeks vary. */
const magnitude = (size: number): number => Math.floor(Math.log2(Math.max(1, size)));
