import type { Place } from './adt-message.ts';
import type { Moment } from './moment.ts';

/** Events that show that a patient was taken in: from then on nobody waits to be seen. */
export type Move = 'A01' | 'A02' | 'A06';

/** What messages have told of one visit so far. Cancelling takes a thing away again, and the former state is back. */
export interface Visit {
  arrived?: { at: Moment; place: Place; patientClass: string };
  moves: { event: Move; at: Moment }[];
  ended?: { at: Moment; left: boolean };
  /** The wait as it was last told, '' while none is out. */
  told: string;
}

/** The wait of a visit: from the arrival to the first sign of being seen, or to leaving without it. */
export interface VisitWait {
  startedAt: string;
  endedAt: string;
  outcome: '' | 'left';
  place: Place;
  patientClass: string;
}

/** More moves than any visit has before its patient is seen; a long stay would only fill the memory. */
const MOST_MOVES = 64;

export function newVisit(): Visit {
  return { moves: [], told: '' };
}

/** The wait, as far as it can be told; undefined without an arrival, and where the visit ended without saying when the patient was seen. */
export function waitOf({ arrived, moves, ended }: Visit): VisitWait | undefined {
  if (arrived === undefined) return undefined;
  const { at, place, patientClass } = arrived;
  const orders = moves.filter((move) => move.at.order >= at.order).sort((one, other) => one.at.order - other.at.order);
  const seen = orders[0];
  const wait = { startedAt: at.text, place, patientClass };
  if (seen !== undefined) return { ...wait, endedAt: seen.at.text, outcome: '' };
  if (ended === undefined) return { ...wait, endedAt: '', outcome: '' };
  return ended.left ? { ...wait, endedAt: ended.at.text, outcome: 'left' } : undefined;
}

export function addMove(visit: Visit, event: Move, at: Moment): void {
  if (visit.moves.length < MOST_MOVES) visit.moves.push({ event, at });
}

/** Takes the last of such moves away; false where there was none. */
export function cancelMove({ moves }: Visit, ...events: readonly Move[]): boolean {
  const index = moves.findLastIndex(({ event }) => events.includes(event));
  if (index < 0) return false;
  moves.splice(index, 1);
  return true;
}

/** Two visits that turn out to be one: the earlier arrival holds, and whatever either of them tells. */
export function mergeVisits(visit: Visit, prior: Visit): void {
  const arrivals = [visit.arrived, prior.arrived].filter((arrived) => arrived !== undefined);
  visit.arrived = arrivals.sort((one, other) => one.at.order - other.at.order)[0];
  visit.moves = [...prior.moves, ...visit.moves].slice(0, MOST_MOVES);
  visit.ended ??= prior.ended;
}
