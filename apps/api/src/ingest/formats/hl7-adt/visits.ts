import { RecentMap } from '../recent-map.ts';
import type { AdtMessage, VisitName } from './adt-message.ts';
import { type ToldVisit, toldOf, type VisitWait } from './visit.ts';
import { mergePart, othersIn, partOf, type VisitPart } from './visit-part.ts';

/** The wait of a visit as this file tells it; null where it tells none, which takes back what was told before. */
export interface Told {
  name: VisitName;
  wait: VisitWait | null;
  /** The visit that takes the place of this one, or the number of a patient that takes the place of another. */
  mergedInto?: VisitName;
  /** All that the file has told so far of this visit and of those merged with it. */
  parts?: readonly VisitPart[];
}

/** What a message changes: waits, or nothing, for a reason in words. */
export type Change = readonly Told[] | string;

/** Events that tell when something happened; without a time they tell nothing. */
const TIMED: ReadonlySet<string> = new Set(['A01', 'A02', 'A03', 'A04', 'A06']);
const UNTIMED: ReadonlySet<string> = new Set(['A08', 'A11', 'A12', 'A13', 'A23']);
const MERGES: ReadonlySet<string> = new Set(['A35', 'A36', 'A40', 'A41', 'A42']);
/** Events after which a patient is known by another number than before. */
const OF_PATIENTS: ReadonlySet<string> = new Set(['A18', 'A30', 'A34', 'A36', 'A39', 'A40', 'A46', 'A47']);

/** True for events that say nothing unless they say when. */
export const needsTime = (event: string): boolean => TIMED.has(event);

/** Why a message can change no wait, whatever the visit it is about. */
export function reasonToPassOver({ event, prior }: AdtMessage): string | undefined {
  if (MERGES.has(event) && prior !== undefined) return undefined;
  if (MERGES.has(event) || OF_PATIENTS.has(event)) return 'merges that do not tell of which visit or patient';
  return TIMED.has(event) || UNTIMED.has(event) ? undefined : 'messages of other events';
}

/** The numbers of patients that a message says are one: each number that holds no longer goes, and another stays. */
export function patientsMerged({ event, patients }: AdtMessage): Told[] {
  if (!OF_PATIENTS.has(event)) return [];
  return patients
    .filter(({ prior, surviving }) => prior.key !== surviving.key)
    .map(({ prior, surviving }) => ({ name: prior, wait: null, mergedInto: surviving }));
}

/** Visits that are under way in a network of hospitals, many times over; and the messages of some days. */
const MOST_VISITS = 50_000;
const MOST_MESSAGES = 50_000;
/** More messages than any visit has before its patient is seen; a long stay would only fill the memory. */
const MOST_PARTS = 200;

const NOTHING_NEW = 'messages that change nothing of a wait';

interface Followed {
  name: VisitName;
  parts: VisitPart[];
  told: string;
}

/** Follows visits through the messages of a file, in the order in which they stand there. */
export class Visits {
  private readonly visits = new RecentMap<string, Followed>(MOST_VISITS);
  private readonly messages = new RecentMap<string, true>(MOST_MESSAGES);

  /** True for a message that has been read before; from then on this one has. */
  isCopy({ control }: AdtMessage): boolean {
    if (control === '') return false;
    if (this.messages.get(control) !== undefined) return true;
    this.messages.set(control, true);
    return false;
  }

  /** What a message changes about the waits; `name` is the visit it is about. */
  follow(message: AdtMessage, name: VisitName): Change {
    if (MERGES.has(message.event)) return this.merged(message, name);
    const visit = this.followed(name);
    add(visit, partOf(message, name.key));
    const { told, wait, isNew } = this.told(name);
    // What comes after being seen is most of what hospitals send, and only updates are about nothing else.
    if (message.event === 'A08' && told.arrived && !isNew) return NOTHING_NEW;
    return [wait];
  }

  private merged(message: AdtMessage, name: VisitName): Change {
    const { prior } = message;
    if (prior === undefined || prior.key === name.key) return NOTHING_NEW;
    add(this.followed(name), mergePart(message, name.key, { prior: prior.key }));
    const former = this.followed(prior);
    add(former, mergePart(message, prior.key, { into: name.key }));
    return [this.told(name).wait, { name: prior, wait: null, mergedInto: name, parts: former.parts }];
  }

  private followed(name: VisitName): Followed {
    const visit = this.visits.get(name.key) ?? { name, parts: [], told: '' };
    this.visits.set(name.key, visit);
    return visit;
  }

  private told(name: VisitName): { told: ToldVisit; wait: Told; isNew: boolean } {
    const parts = this.partsAround(name.key);
    const told = toldOf(name.key, parts);
    const visit = this.visits.get(told.key);
    const now = told.wait === undefined ? '' : JSON.stringify(told.wait);
    const isNew = visit?.told !== now;
    if (visit !== undefined) visit.told = now;
    return { told, isNew, wait: { name: visit?.name ?? name, wait: told.wait ?? null, parts } };
  }

  /** The parts of a visit and of all that it was merged with. */
  private partsAround(key: string): VisitPart[] {
    const keys = new Set([key]);
    const parts: VisitPart[] = [];
    for (const one of keys) {
      const own = this.visits.get(one)?.parts ?? [];
      parts.push(...own);
      for (const other of othersIn(own)) keys.add(other);
    }
    return parts;
  }
}

function add({ parts }: Followed, part: VisitPart): void {
  if (parts.length < MOST_PARTS) parts.push(part);
}
