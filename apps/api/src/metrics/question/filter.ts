import { type Dimension, DIMENSIONS } from '#contracts/dimension.ts';
import { listOf, quoted } from './asked-values.ts';
import { dimensionWords, type Stored } from './dimension-words.ts';
import type { OrganisationView } from './organisation-view.ts';

/** The rows a question keeps: for each dimension filtered by, what stands in the key column. */
export interface Filter {
  /** Departments kept, those below the named ones included; null for all. */
  departmentIds: readonly string[] | null;
  /** Slots of the touchpoints kept; null for all. */
  touchpoints: readonly number[] | null;
  /** What is kept of the other dimensions that are filtered by. */
  others: ReadonlyMap<Exclude<Dimension, 'site' | 'department' | 'touchpoint'>, readonly Stored[]>;
}

/** A filter as asked, or what is wrong with it. */
export interface FilterReading {
  filter: Filter;
  troubles: string[];
}

/** Reads `where`, of which only its being an object is known. */
export function readFilter(where: object | undefined, view: OrganisationView): FilterReading {
  const kept = new Map<Dimension, Stored[]>();
  const troubles: string[] = [];
  for (const [name, codes] of Object.entries(where ?? {}) as [string, unknown][]) {
    if (codes === undefined) continue;
    if (!isDimension(name)) {
      troubles.push(`where: ${quoted(name)} is not a dimension; use one of ${listOf(DIMENSIONS)}`);
      continue;
    }
    const reading = readCodes(name, codes, view);
    if (typeof reading === 'string') troubles.push(reading);
    else kept.set(name, reading);
  }
  return { filter: toFilter(kept), troubles };
}

function isDimension(name: string): name is Dimension {
  return (DIMENSIONS as readonly string[]).includes(name);
}

/** What the key column may hold, or what is wrong with the codes. */
function readCodes(dimension: Dimension, codes: unknown, view: OrganisationView): Stored[] | string {
  if (!Array.isArray(codes)) return `where.${dimension} must be a list of codes, such as ["a", "b"]`;
  if (codes.length === 0) return `where.${dimension} must name at least one value; leave it out to keep all`;
  const words = dimensionWords(dimension, view);
  const kept = new Set<Stored>();
  for (const code of codes as unknown[]) {
    const stored = typeof code === 'string' ? words.kept(code) : undefined;
    if (stored === undefined)
      return `where.${dimension}: ${quoted(code)} is not known; use one of ${listOf(words.codes)}`;
    for (const value of stored) kept.add(value);
  }
  return [...kept];
}

function toFilter(kept: Map<Dimension, Stored[]>): Filter {
  const others: [Exclude<Dimension, 'site' | 'department' | 'touchpoint'>, Stored[]][] = [];
  let departmentIds: string[] | null = null;
  let touchpoints: number[] | null = null;
  for (const [dimension, stored] of kept) {
    if (dimension === 'site' || dimension === 'department') {
      const ids = stored.map(String);
      departmentIds = departmentIds === null ? ids : departmentIds.filter((id) => ids.includes(id));
    } else if (dimension === 'touchpoint') {
      touchpoints = stored.map(Number);
    } else {
      others.push([dimension, stored]);
    }
  }
  return { departmentIds, touchpoints, others: new Map(others) };
}
