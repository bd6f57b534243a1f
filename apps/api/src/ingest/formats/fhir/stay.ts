import { textAt, valueAt } from '../json/cell-text.ts';
import type { JsonObject } from '../json/object-item.ts';
import { codeOf, objectsOf } from './reference.ts';

/** What is known of the way of a visit: moments as the source writes them. */
export interface Stay {
  arrived?: string;
  triaged?: string;
  seen?: string;
  /** When the patient went; '' where that is over and nobody says when. */
  departed?: string;
  /** True where the patient went without waiting any longer. */
  left?: boolean;
}

export interface StayWait {
  startedAt: string;
  endedAt: string;
  outcome: '' | 'left';
}

/** The wait that a stay tells: undefined as long as nobody knows when it began, null where it is over and nobody says when the patient was seen. */
export function waitOfStay({ arrived, triaged, seen, departed, left }: Stay): StayWait | null | undefined {
  const startedAt = arrived ?? triaged;
  if (startedAt === undefined) return undefined;
  if (seen !== undefined) return { startedAt, endedAt: seen, outcome: '' };
  if (departed === undefined) return { startedAt, endedAt: '', outcome: '' };
  return left === true && departed !== '' ? { startedAt, endedAt: departed, outcome: 'left' } : null;
}

/** What two parts of the same visit tell together: of two moments the earlier holds. */
export function together(one: Stay, other: Stay): Stay {
  const first = (stage: 'arrived' | 'triaged' | 'seen' | 'departed'): string | undefined =>
    earliest([one[stage], other[stage]]);
  return {
    arrived: first('arrived'),
    triaged: first('triaged'),
    seen: first('seen'),
    departed: first('departed') ?? one.departed ?? other.departed,
    left: one.left === true || other.left === true,
  };
}

const WENT_AGAINST_ADVICE = 'aadvice';
const OVER: ReadonlySet<string> = new Set(['finished', 'onleave']);

/** R4: a visit tells the stages that it went through, and the one that it is in. */
export function stayOfHistory(visit: JsonObject): Stay {
  const status = textAt(visit, 'status');
  const history = objectsOf(visit.statusHistory);
  const ofStage = (edge: 'start' | 'end', ...stages: readonly string[]): string[] =>
    history.flatMap((part) => (stages.includes(textAt(part, 'status')) ? (moment(part, 'period', edge) ?? []) : []));
  const begun = (stage: string): string | undefined =>
    earliest(ofStage('start', stage)) ?? (status === stage ? moment(visit, 'period', 'start') : undefined);
  // The stage that a visit is in need not be in its history: it began when the one before ended.
  const now = status === 'in-progress' ? ofStage('end', 'arrived', 'triaged').sort(byTime).at(-1) : undefined;
  return {
    arrived: begun('arrived'),
    triaged: begun('triaged'),
    seen: earliest(ofStage('start', 'in-progress')) ?? now,
    ...(OVER.has(status) ? { departed: moment(visit, 'period', 'end') ?? '' } : {}),
    left: codeOf(valueAt(visit, 'hospitalization', 'dischargeDisposition')) === WENT_AGAINST_ADVICE,
  };
}

/** R5: a visit tells how it is with the patient now. When that began, only the history of the visit says. */
export function stayOfNow(visit: JsonObject): Stay {
  const begun = moment(visit, 'actualPeriod', 'start');
  switch (codeOf(visit.subjectStatus)) {
    case 'arrived':
      return { arrived: begun };
    case 'triaged':
      return { triaged: begun };
    case 'departed':
      return {
        departed: moment(visit, 'actualPeriod', 'end') ?? '',
        left: codeOf(valueAt(visit, 'admission', 'dischargeDisposition')) === WENT_AGAINST_ADVICE,
      };
    default:
      return {};
  }
}

/** R5: one part of the history of a visit tells a stage, and since when. */
export function stayOfPart(part: JsonObject): Stay {
  const since = moment(part, 'actualPeriod', 'start');
  switch (codeOf(part.subjectStatus)) {
    case 'arrived':
      return { arrived: since };
    case 'triaged':
      return { triaged: since };
    case 'receiving-care':
      return { seen: since };
    case 'departed':
      return { departed: since ?? '' };
    default:
      return {};
  }
}

/** A moment to the minute; a day alone tells no wait. */
function moment(of: JsonObject, ...path: readonly string[]): string | undefined {
  const text = textAt(of, ...path);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? text : undefined;
}

function earliest(moments: readonly (string | undefined)[]): string | undefined {
  return moments.filter((one) => one !== undefined && one !== '').sort(byTime)[0];
}

const byTime = (one = '', other = ''): number => Date.parse(one) - Date.parse(other);
