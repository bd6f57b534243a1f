import type { Problem } from '../../rows/candidate.ts';
import type { IdKey } from '../id-key.ts';
import { type Moment, momentOf } from './moment.ts';
import type { Message } from './messages.ts';
import { SegmentParts, separatorsOf } from './separators.ts';

/** A visit, or a patient, as messages name it. */
export interface VisitName {
  /** The same in all messages: a hash, under a secret, of what is numbered, who gave the number, and the number. */
  key: string;
  number: string;
}

/** What a message says of one visit. */
export interface AdtMessage {
  line: number;
  /** MSH-10, by which people find the message again. */
  id: string;
  /** The event, such as A04. */
  event: string;
  /** The same for a message and the copies of it that are sent again; '' where it cannot be told. */
  control: string;
  visit: VisitName | undefined;
  /** The visit that this one takes the place of, in a merge. */
  prior: VisitName | undefined;
  /** Numbers of the patient that hold no longer (MRG-1), each with the one that takes its place (PID-3). */
  patients: readonly { prior: VisitName; surviving: VisitName }[];
  /** When it happened: EVN-6, else when it was recorded: EVN-2, else when the message was made. */
  at: Moment | undefined;
  /** When it was recorded (EVN-2), else when the message was made: the order in which things were said. */
  recordedAt: Moment | undefined;
  /** When it happened, where the message tells it apart from when it was recorded. */
  happenedAt: Moment | undefined;
  /** PV1-44: when the patient was registered. */
  registeredAt: Moment | undefined;
  /** Points of care (PV1-3, PV1-6) and the facilities they belong to. */
  place: Place;
  priorPlace: Place;
  patientClass: string;
  /** PV1-36: how and where to the patient went. */
  disposition: string;
}

export interface Place {
  pointOfCare: string;
  facility: string;
}

/** What a message is: of a visit, of something else (in words, as a reason to pass it over), or unreadable. */
export type ReadMessage = AdtMessage | { line: number; id: string; problem: Problem } | { passedOver: string };

/** What goes by in a training room is no visit. */
const NOT_REAL: ReadonlySet<string> = new Set(['T', 'D']);

const NO_SEPARATORS: Problem = {
  field: null,
  code: 'no-separators',
  message: 'The message does not say by which marks it is divided: MSH must be followed by them, as in MSH|^~\\&|.',
};

/**
 * Reads what a message says of a visit. Names, addresses and birth dates of the patient are not even looked at, and
 * their numbers only where one takes the place of another.
 */
export function readMessage({ line, header, segments, problem }: Message, idKey: IdKey): ReadMessage {
  const marks = separatorsOf(header);
  if (marks === undefined) return { line, id: '', problem: problem ?? NO_SEPARATORS };
  const parts = (name: string): SegmentParts => new SegmentParts(segments.get(name) ?? '', marks);
  const [msh, evn, pid, pv1, mrg] = [parts('MSH'), parts('EVN'), parts('PID'), parts('PV1'), parts('MRG')];
  const id = msh.text(10);
  if (problem !== undefined) return { line, id, problem };
  if (msh.text(9) !== 'ADT') return { passedOver: 'messages that are not ADT' };
  if (NOT_REAL.has(msh.text(11).toUpperCase())) return { passedOver: 'messages of tests and trainings' };

  const moment = (stamp: string): Moment | undefined => momentOf(stamp, msh.text(7));
  const happenedAt = moment(evn.text(6));
  const nameOf = (what: string, segment: SegmentParts, field: number, nth = 1): VisitName | undefined => {
    const number = segment.text(field, 1, 1, nth);
    // Numbers are unique among those of the authority that gave them, where it is told.
    return number === '' ? undefined : { key: idKey.hashOf([what, segment.text(field, 4, 1, nth), number]), number };
  };
  const [visit, priorVisit] = [nameOf('visit', pv1, 19), nameOf('visit', mrg, 5)];
  const recordedAt = moment(evn.text(2)) ?? moment(msh.text(7));
  const byAccount = segments.has('PV1') || mrg.text(3) !== '';
  return {
    line,
    id,
    event: msh.text(9, 2) || evn.text(1),
    control: id === '' ? '' : idKey.hashOf(['message', msh.text(3), msh.text(4), msh.text(7), id]),
    visit: visit ?? (priorVisit === undefined && byAccount ? nameOf('account', pid, 18) : undefined),
    prior: priorVisit ?? (visit === undefined ? nameOf('account', mrg, 3) : undefined),
    patients: pairsOf(mrg, pid).flatMap(([prior, surviving]) => {
      const [old, now] = [nameOf('patient', mrg, 1, prior), nameOf('patient', pid, 3, surviving)];
      return old === undefined || now === undefined ? [] : [{ prior: old, surviving: now }];
    }),
    at: happenedAt ?? recordedAt,
    recordedAt,
    happenedAt,
    registeredAt: moment(pv1.text(44)),
    place: placeOf(pv1, 3),
    priorPlace: placeOf(pv1, 6),
    patientClass: kept(pv1.text(2)),
    disposition: pv1.text(36).toUpperCase(),
  };
}

/** More numbers than anybody has. */
const MOST_NUMBERS = 20;

/** Which number of a patient takes the place of which: the one of the same authority and type, else the first of all. */
function pairsOf(mrg: SegmentParts, pid: SegmentParts): [prior: number, surviving: number][] {
  const givenBy = (segment: SegmentParts, field: number): string[] =>
    Array.from({ length: MOST_NUMBERS }, (_, at) => at + 1)
      .filter((nth) => segment.text(field, 1, 1, nth) !== '')
      .map((nth) => `${segment.text(field, 4, 1, nth)} ${segment.text(field, 5, 1, nth)}`);
  const now = givenBy(pid, 3);
  return givenBy(mrg, 1).flatMap((giver, at): [number, number][] => {
    const same = now.indexOf(giver);
    return same >= 0 || at === 0 ? [[at + 1, Math.max(same, 0) + 1]] : [];
  });
}

function placeOf(pv1: SegmentParts, field: number): Place {
  return { pointOfCare: kept(pv1.text(field)), facility: kept(pv1.text(field, 4)) };
}

/** More characters than any place has; what is longer is refused for its length. */
const LONGEST = 250;

/** A text of its own: one that is cut out of a longer one would keep all of that in memory as long as a visit is followed. */
function kept(text: string): string {
  return Buffer.from(text.slice(0, LONGEST)).toString();
}
