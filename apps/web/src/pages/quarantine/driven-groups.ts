import type { Redrive } from '../../api/quarantine.ts';

/** What one press of the button made: imports of several sources and kinds, begun at one moment. */
export interface DrivenGroup {
  startedAt: string;
  startedBy: string | null;
  imports: Redrive[];
  rows: number;
  /** Rows of which it is told already what becomes of them. */
  done: number;
  isOver: boolean;
  isStopping: boolean;
  /** How it ended, where not all of its rows were tried. */
  broken: 'stopped' | 'failed' | null;
}

/** Imports that drive rows in again, by who began them when; those begun last first. */
export function drivenGroups(imports: readonly Redrive[]): DrivenGroup[] {
  const groups = Map.groupBy(imports, ({ startedAt, startedBy }) => `${startedAt} ${startedBy ?? ''}`);
  return [...groups.values()]
    .map((own) => ({
      startedAt: own[0]?.startedAt ?? '',
      startedBy: own[0]?.startedBy ?? null,
      imports: own,
      rows: sumOf(own, ({ rows }) => rows),
      done: sumOf(own, ({ accepted, updated, unchanged, quarantined }) => accepted + updated + unchanged + quarantined),
      isOver: own.every(({ done }) => done),
      isStopping: own.some(({ stopping, done }) => stopping && !done),
      broken: brokenIn(own),
    }))
    .sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1));
}

/** What of the imports `latest` tells anew, in the place of what was told before. */
export function withLatest(imports: readonly Redrive[], latest: readonly Redrive[]): Redrive[] {
  const anew = new Map(latest.map((one) => [one.import, one]));
  return imports.map((one) => anew.get(one.import) ?? one);
}

const sumOf = (imports: readonly Redrive[], of: (one: Redrive) => number): number =>
  imports.reduce((sum, one) => sum + of(one), 0);

function brokenIn(imports: readonly Redrive[]): DrivenGroup['broken'] {
  if (imports.some(({ state }) => state === 'failed')) return 'failed';
  return imports.some(({ state }) => state === 'stopped') ? 'stopped' : null;
}
