import { RecentMap } from '../recent-map.ts';
import type { AdtMessage, VisitName } from './adt-message.ts';
import { addMove, cancelMove, mergeVisits, type Move, newVisit, type Visit, type VisitWait, waitOf } from './visit.ts';

/** The wait of a visit as it now stands; null takes back what was told of it before, in this file or an earlier one. */
export interface Told {
  name: VisitName;
  wait: VisitWait | null;
  /** The visit that takes the place of this one. */
  mergedInto?: VisitName;
}

/** What a message changes: waits, or nothing, for a reason in words. */
export type Change = readonly Told[] | string;

/** Events that tell when something happened; without a time they tell nothing. */
const TIMED: ReadonlySet<string> = new Set(['A01', 'A02', 'A03', 'A04', 'A06']);
const UNTIMED: ReadonlySet<string> = new Set(['A08', 'A11', 'A12', 'A13', 'A23']);
const MERGES: ReadonlySet<string> = new Set(['A35', 'A36', 'A40', 'A41', 'A42']);

/** True for events that say nothing unless they say when. */
export const needsTime = (event: string): boolean => TIMED.has(event);

/** Why a message can change no wait, whatever the visit it is about. */
export function reasonToPassOver({ event, prior }: AdtMessage): string | undefined {
  if (MERGES.has(event))
    return prior === undefined ? 'merges of patients, which leave their visits as they are' : undefined;
  return TIMED.has(event) || UNTIMED.has(event) ? undefined : 'messages of other events';
}

/** Visits that are under way in a network of hospitals, many times over; and the messages of some days. */
const MOST_VISITS = 50_000;
const MOST_MESSAGES = 50_000;

/** Dispositions that say that nobody was waited for any longer: table 0112 (07), and what hospitals commonly add to it. */
const LEFT: ReadonlySet<string> = new Set(['07', '7', 'LWBS', 'LWOBS', 'LWT', 'LWOT', 'DNW', 'ELOPED']);

const UNKNOWN_ARRIVAL = 'messages of visits whose arrival is not in the file';
const NOTHING_NEW = 'messages that change nothing of a wait';
const NEVER_SEEN = 'visits that ended without telling when the patient was seen';

/** Follows visits through the messages of a file, in the order in which they stand there. */
export class Visits {
  private readonly visits = new RecentMap<string, Visit>(MOST_VISITS);
  private readonly messages = new RecentMap<string, true>(MOST_MESSAGES);

  /** What a message changes about the waits; `name` is the visit it is about. */
  follow(message: AdtMessage, name: VisitName): Change {
    if (this.isCopy(message)) return 'messages that were sent twice';
    const visit = this.visits.get(name.key) ?? newVisit();
    switch (message.event) {
      case 'A04':
        return this.arrived(message, name, visit);
      case 'A01':
      case 'A02':
      case 'A06':
        return this.moved(message, name, visit, message.event);
      case 'A03':
        return this.ended(message, name, visit);
      case 'A08':
        return this.updated(message, name, visit);
      case 'A11':
        return cancelMove(visit, 'A01', 'A06') ? this.told(name, visit) : this.takenBack(name);
      case 'A12':
        cancelMove(visit, 'A02');
        return this.told(name, visit);
      case 'A13':
        delete visit.ended;
        return this.told(name, visit);
      case 'A23':
        return this.takenBack(name);
      default:
        return this.merged(message, name, visit);
    }
  }

  private isCopy({ control }: AdtMessage): boolean {
    if (control === '') return false;
    if (this.messages.get(control) !== undefined) return true;
    this.messages.set(control, true);
    return false;
  }

  private arrived(
    { registeredAt, at, happenedAt, place, patientClass }: AdtMessage,
    name: VisitName,
    visit: Visit,
  ): Change {
    const arrival = happenedAt ?? registeredAt ?? at;
    if (arrival !== undefined) visit.arrived = { at: arrival, place, patientClass };
    return this.told(name, visit);
  }

  /** Without an arrival, an admission still tells the wait where it says when and where the patient was registered before. */
  private moved(message: AdtMessage, name: VisitName, visit: Visit, event: Move): Change {
    const { at, happenedAt, registeredAt, priorPlace, patientClass } = message;
    if (at !== undefined) addMove(visit, event, at);
    const wasElsewhere = event !== 'A02' && priorPlace.pointOfCare !== '';
    if (visit.arrived === undefined && wasElsewhere && happenedAt !== undefined && registeredAt !== undefined) {
      if (registeredAt.order < happenedAt.order) visit.arrived = { at: registeredAt, place: priorPlace, patientClass };
    }
    return this.told(name, visit);
  }

  /** Of a patient who left, the message itself tells the wait where it says when the patient was registered. */
  private ended(
    { at, disposition, registeredAt, place, patientClass }: AdtMessage,
    name: VisitName,
    visit: Visit,
  ): Change {
    if (at !== undefined) visit.ended = { at, left: LEFT.has(disposition) };
    if (visit.ended?.left === true && registeredAt !== undefined) {
      visit.arrived ??= { at: registeredAt, place, patientClass };
    }
    return this.told(name, visit);
  }

  /** An update corrects the place and the time of an arrival; once the patient has been seen it is about something else. */
  private updated({ place, registeredAt }: AdtMessage, name: VisitName, visit: Visit): Change {
    const { arrived } = visit;
    if (arrived === undefined) return UNKNOWN_ARRIVAL;
    if (waitOf(visit)?.endedAt !== '') return NOTHING_NEW;
    if (place.pointOfCare !== '') arrived.place = place;
    if (registeredAt !== undefined) arrived.at = registeredAt;
    return this.told(name, visit);
  }

  private merged({ prior }: AdtMessage, name: VisitName, visit: Visit): Change {
    if (prior === undefined || prior.key === name.key) return NOTHING_NEW;
    const former = this.visits.get(prior.key);
    if (former !== undefined) mergeVisits(visit, former);
    const told = this.told(name, visit);
    this.visits.delete(prior.key);
    return [...(typeof told === 'string' ? [] : told), { name: prior, wait: null, mergedInto: name }];
  }

  private told(name: VisitName, visit: Visit): Change {
    this.visits.set(name.key, visit);
    const wait = waitOf(visit);
    const now = wait === undefined ? '' : JSON.stringify(wait);
    if (now === visit.told) {
      if (now !== '') return NOTHING_NEW;
      return visit.arrived === undefined ? UNKNOWN_ARRIVAL : NEVER_SEEN;
    }
    visit.told = now;
    return [{ name, wait: wait ?? null }];
  }

  private takenBack(name: VisitName): readonly Told[] {
    this.visits.delete(name.key);
    return [{ name, wait: null }];
  }
}
