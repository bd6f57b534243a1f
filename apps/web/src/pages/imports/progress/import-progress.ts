import type { ImportDto, ImportState } from '#contracts/imports.dto.ts';

/** States in which something still happens. */
const GOING: readonly ImportState[] = ['waiting', 'running', 'undoing'];

export const isGoing = ({ state }: Pick<ImportDto, 'state'>): boolean => GOING.includes(state);

/** How much of its file an import has read, 0 to 1; null where nobody knows how much there is. */
export function shareRead({
  bytes,
  bytesRead,
  state,
}: Pick<ImportDto, 'bytes' | 'bytesRead' | 'state'>): number | null {
  if (state === 'done') return 1;
  if (bytes === null || bytes === 0 || bytesRead === null) return null;
  return Math.min(1, bytesRead / bytes);
}

/** What was read at some moment of this page's watching. */
export interface Sighting {
  at: number;
  bytesRead: number;
}

const WATCHED_MS = 20_000;
/** Before that long, nobody can tell. */
const LEAST_MS = 2_000;

/** The sightings that remaining time is told from: the newest, and those of the last twenty seconds. */
export function sightingsWith(before: readonly Sighting[], now: Sighting): Sighting[] {
  const last = before.at(-1);
  const goesOn = last !== undefined && last.bytesRead <= now.bytesRead ? before : [];
  return [...goesOn.filter(({ at }) => now.at - at <= WATCHED_MS), now];
}

/** Seconds until all is read at the pace of the last sightings; null while nobody can tell. */
export function secondsLeft(sightings: readonly Sighting[], bytes: number | null): number | null {
  const [first] = sightings;
  const last = sightings.at(-1);
  if (first === undefined || last === undefined || bytes === null) return null;
  const [ms, read] = [last.at - first.at, last.bytesRead - first.bytesRead];
  return ms < LEAST_MS || read <= 0 ? null : ((bytes - last.bytesRead) * ms) / read / 1_000;
}

/** How long until a page looks again, in milliseconds: every second while it is looked at; false when nothing happens. */
export function lookAgainIn(one: Pick<ImportDto, 'state'> | undefined, hidden: boolean): number | false {
  if (one === undefined || !isGoing(one)) return false;
  return hidden ? 15_000 : 1_000;
}

/** Time left as people say it: seconds up to ninety, then minutes, then hours; whole numbers, none below five seconds. */
export function roundedTime(seconds: number): { value: number; unit: 'second' | 'minute' | 'hour' } {
  if (seconds <= 90) return { value: Math.max(5, Math.ceil(seconds / 5) * 5), unit: 'second' };
  if (seconds <= 90 * 60) return { value: Math.round(seconds / 60), unit: 'minute' };
  return { value: Math.round(seconds / 3600), unit: 'hour' };
}
