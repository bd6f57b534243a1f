import type { Place } from './adt-message.ts';
import { type Moment, toldAs } from './moment.ts';
import { MERGED, type VisitPart } from './visit-part.ts';

/** What the messages of a visit tell together. Cancelling takes a thing away again, and the former state is back. */
interface Visit {
  arrived?: { at: Moment; place: Place; patientClass: string };
  moves: { event: string; at: Moment }[];
  ended?: { at: Moment; left: boolean };
}

/** The wait of a visit: from the arrival to the first sign of being seen, or to leaving without it. */
export interface VisitWait {
  startedAt: string;
  endedAt: string;
  outcome: '' | 'left';
  place: Place;
  patientClass: string;
}

/** The wait that a visit tells, and the visit that it is told of: the one that took its place, where it was merged. */
export interface ToldVisit {
  key: string;
  /** Undefined without an arrival, and where the visit ended without saying when the patient was seen. */
  wait: VisitWait | undefined;
  /** True where somebody is known to have arrived. */
  arrived: boolean;
}

/**
 * What parts say of a visit, in the order in which they were recorded, whichever file each came in. Visits that were
 * merged tell one wait between them: from the earlier arrival, and whatever either of them says of its end.
 */
export function toldOf(key: string, parts: readonly VisitPart[]): ToldVisit {
  const inOrder = parts.map((part) => ({ part, order: orderOf(part) })).sort((one, other) => one.order - other.order);
  const byVisit = Map.groupBy(
    inOrder.map(({ part }) => part),
    ({ visit }) => visit,
  );
  const partsOf = (visit: string): readonly VisitPart[] => byVisit.get(visit) ?? [];
  const root = rootOf(key, partsOf);
  const visit = gathered(root, partsOf, new Set());
  return { key: root, wait: waitOf(visit), arrived: visit.arrived !== undefined };
}

type PartsOf = (visit: string) => readonly VisitPart[];

function orderOf({ recorded, at }: VisitPart): number {
  const text = recorded ?? at;
  const order = text === undefined ? NaN : toldAs(text).order;
  return Number.isNaN(order) ? Number.MAX_SAFE_INTEGER : order;
}

/** The visit that took the place of this one, of that, and so on. */
function rootOf(key: string, partsOf: PartsOf): string {
  const seen = new Set([key]);
  for (let at = key; ;) {
    const into = partsOf(at).findLast((part) => part.into !== undefined)?.into;
    if (into === undefined || seen.has(into)) return at;
    seen.add(into);
    at = into;
  }
}

function gathered(key: string, partsOf: PartsOf, seen: Set<string>): Visit {
  seen.add(key);
  const visit: Visit = { moves: [] };
  for (const part of partsOf(key)) tell(visit, part);
  for (const { prior } of partsOf(key)) {
    if (prior !== undefined && !seen.has(prior)) join(visit, gathered(prior, partsOf, seen));
  }
  return visit;
}

/** Two visits that turned out to be one. */
function join(visit: Visit, prior: Visit): void {
  const arrivals = [visit.arrived, prior.arrived].filter((arrived) => arrived !== undefined);
  visit.arrived = arrivals.sort((one, other) => one.at.order - other.at.order)[0];
  visit.moves = [...prior.moves, ...visit.moves];
  visit.ended ??= prior.ended;
}

function tell(visit: Visit, part: VisitPart): void {
  const [at, happened, registered] = [part.at, part.happened, part.registered].map((text) =>
    text === undefined ? undefined : toldAs(text),
  );
  const place = { pointOfCare: part.place ?? '', facility: part.facility ?? '' };
  const patientClass = part.patientClass ?? '';
  switch (part.event) {
    case 'A04': {
      const arrival = happened ?? registered ?? at;
      if (arrival !== undefined) visit.arrived = { at: arrival, place, patientClass };
      return;
    }
    case 'A01':
    case 'A02':
    case 'A06': {
      if (at !== undefined) visit.moves.push({ event: part.event, at });
      // Without an arrival, an admission still tells the wait where it says when and where the patient was before.
      const from = { pointOfCare: part.priorPlace ?? '', facility: part.priorFacility ?? '' };
      const tellsAll = part.event !== 'A02' && from.pointOfCare !== '' && happened !== undefined;
      if (visit.arrived === undefined && tellsAll && registered !== undefined && registered.order < happened.order) {
        visit.arrived = { at: registered, place: from, patientClass };
      }
      return;
    }
    case 'A03':
      if (at !== undefined) visit.ended = { at, left: part.left !== undefined };
      // Of a patient who left, the message itself tells the wait where it says when they were registered.
      if (visit.ended?.left === true && registered !== undefined) {
        visit.arrived ??= { at: registered, place, patientClass };
      }
      return;
    case 'A08':
      // Once the patient has been seen an update is about something else.
      if (visit.arrived === undefined || waitOf(visit)?.endedAt !== '') return;
      if (place.pointOfCare !== '') visit.arrived.place = place;
      if (registered !== undefined) visit.arrived.at = registered;
      return;
    case 'A11':
      if (!cancelMove(visit, 'A01', 'A06')) delete visit.arrived;
      return;
    case 'A12':
      cancelMove(visit, 'A02');
      return;
    case 'A13':
      delete visit.ended;
      return;
    case MERGED:
      return;
    default:
      // A23: the record was deleted.
      delete visit.arrived;
      delete visit.ended;
      visit.moves = [];
  }
}

/** Takes the last of such moves away; false where there was none. */
function cancelMove({ moves }: Visit, ...events: readonly string[]): boolean {
  const index = moves.findLastIndex(({ event }) => events.includes(event));
  if (index < 0) return false;
  moves.splice(index, 1);
  return true;
}

function waitOf({ arrived, moves, ended }: Visit): VisitWait | undefined {
  if (arrived === undefined) return undefined;
  const { at, place, patientClass } = arrived;
  const seen = moves.filter((move) => move.at.order >= at.order).sort((one, other) => one.at.order - other.at.order)[0];
  const wait = { startedAt: at.text, place, patientClass };
  if (seen !== undefined) return { ...wait, endedAt: seen.at.text, outcome: '' };
  if (ended === undefined) return { ...wait, endedAt: '', outcome: '' };
  return ended.left ? { ...wait, endedAt: ended.at.text, outcome: 'left' } : undefined;
}
