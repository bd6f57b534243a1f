import { createHash } from 'node:crypto';
import type { Problem } from '../../rows/candidate.ts';
import { type Moment, momentOf } from './moment.ts';
import type { Message } from './messages.ts';
import { SegmentParts, separatorsOf } from './separators.ts';

/** A visit as messages name it. */
export interface VisitName {
  /** The same for all messages of the visit: a hash of what numbers it, who gave the number, and the number. */
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
  /** When it happened: EVN-6, else when it was recorded: EVN-2, else when the message was made. */
  at: Moment | undefined;
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

/** Reads what a message says of a visit. Names, addresses, numbers and birth dates of the patient are not even looked at. */
export function readMessage({ line, header, segments, problem }: Message): ReadMessage {
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
  const [visit, priorVisit] = [nameOf('visit', pv1, 19), nameOf('visit', mrg, 5)];
  const byAccount = segments.has('PV1') || mrg.text(3) !== '';
  return {
    line,
    id,
    event: msh.text(9, 2) || evn.text(1),
    control: id === '' ? '' : hashOf(msh.text(3), msh.text(4), msh.text(7), id),
    visit: visit ?? (priorVisit === undefined && byAccount ? nameOf('account', pid, 18) : undefined),
    prior: priorVisit ?? (visit === undefined ? nameOf('account', mrg, 3) : undefined),
    at: happenedAt ?? moment(evn.text(2)) ?? moment(msh.text(7)),
    happenedAt,
    registeredAt: moment(pv1.text(44)),
    place: placeOf(pv1, 3),
    priorPlace: placeOf(pv1, 6),
    patientClass: kept(pv1.text(2)),
    disposition: pv1.text(36).toUpperCase(),
  };
}

/** Numbers are unique among those of the authority that gave them, where it is told. */
function nameOf(what: 'visit' | 'account', segment: SegmentParts, field: number): VisitName | undefined {
  const number = segment.text(field);
  return number === '' ? undefined : { key: hashOf(what, segment.text(field, 4), number), number };
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

function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\t')).digest('hex').slice(0, 32);
}
