import { mayMove, MOVES, type Stage, STAGES } from './complaint-stage.ts';

/** Something that happened to a complaint: a move to a stage, or (stage null) a note. Never changed once written. */
export interface ComplaintEvent {
  id: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  happenedAt: number;
  /** The same as a date at the site, `YYYY-MM-DD`. */
  happenedOn: string;
  stage: Stage | null;
}

export interface ComplaintReceipt {
  receivedAt: number;
  receivedOn: string;
}

/** What a complaint's events add up to. Dates never run backwards: nothing is dated before the complaint was received. */
export interface ComplaintHistory {
  stage: Stage;
  stageSince: number;
  /** When somebody first told the patient that the complaint had arrived; null while nobody has. */
  acknowledgedOn: string | null;
  /** When the patient was last told the answer; null while the complaint is open. */
  closedOn: string | null;
  /** Each date on which we had acted. */
  resolutions: string[];
  /** Each date on which the patient was told. */
  closings: string[];
  /** Each date on which the answer did not hold. */
  reopenings: string[];
}

/** Earlier events first; at the same instant (sources that give only dates) in the order of the stages, notes first. */
export function inTimeOrder(a: ComplaintEvent, b: ComplaintEvent): number {
  const byTime = a.happenedAt - b.happenedAt || positionOf(a.stage) - positionOf(b.stage);
  if (byTime !== 0) return byTime;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

const positionOf = (stage: Stage | null): number => (stage === null ? 0 : (STAGES.numberOf(stage) ?? 0));

/** Follows a complaint from its receipt through its events, which may come in any order. */
export function complaintHistory(receipt: ComplaintReceipt, events: readonly ComplaintEvent[]): ComplaintHistory {
  const history: ComplaintHistory = {
    stage: 'received',
    stageSince: receipt.receivedAt,
    acknowledgedOn: null,
    closedOn: null,
    resolutions: [],
    closings: [],
    reopenings: [],
  };
  let on = receipt.receivedOn;
  for (const { stage, happenedAt, happenedOn } of movesOf(events)) {
    if (happenedOn > on) on = happenedOn;
    history.stage = stage;
    history.stageSince = Math.max(happenedAt, history.stageSince);
    history.closedOn = stage === 'closed' ? on : null;
    if (stage === 'acknowledged') history.acknowledgedOn ??= on;
    if (stage === 'resolved') history.resolutions.push(on);
    if (stage === 'closed') history.closings.push(on);
    if (stage === 'reopened') history.reopenings.push(on);
  }
  return history;
}

/** Why an event does not belong into a complaint's history. */
export interface Misfit {
  event: ComplaintEvent;
  /** `before-receipt`: it is dated before the complaint arrived. `stage-move`: the stages do not allow it there. */
  code: 'before-receipt' | 'stage-move';
  /** The stage it would have followed. */
  after: Stage;
  /** The stage that would have followed it; null where it would have been the last move. */
  before: Stage | null;
  /** Where the complaint could have gone instead at that moment. */
  allowed: readonly Stage[];
}

/**
 * Which of the arriving events fit into a history. A move fits if the moves with it placed in time order still follow
 * the stage table from the receipt on; moves that only make sense together are taken together. Notes always fit.
 */
export function fitEvents(
  { receivedOn }: ComplaintReceipt,
  known: readonly ComplaintEvent[],
  arriving: readonly ComplaintEvent[],
): { fitting: ComplaintEvent[]; misfits: Misfit[] } {
  const path = movesOf(known);
  const moves = movesOf(arriving);
  const fitting: ComplaintEvent[] = arriving.filter(({ stage }) => stage === null);
  const misfits: Misfit[] = [];
  const isEarly = ({ happenedOn }: ComplaintEvent): boolean => happenedOn < receivedOn;
  const together = isPath([...path, ...moves.filter((move) => !isEarly(move))]);
  let after: Stage = 'received';
  let next = 0;
  for (const move of moves) {
    for (let earlier = path[next]; earlier !== undefined && inTimeOrder(earlier, move) < 0; earlier = path[next]) {
      after = earlier.stage;
      next += 1;
    }
    const before: Stage | null = path[next]?.stage ?? null;
    const fits = (stage: Stage): boolean => mayMove(after, stage) && (before === null || mayMove(stage, before));
    if (!isEarly(move) && (together || fits(move.stage))) {
      fitting.push(move);
      after = move.stage;
    } else {
      const code = isEarly(move) ? 'before-receipt' : 'stage-move';
      misfits.push({ event: move, code, after, before, allowed: MOVES[after].filter(fits) });
    }
  }
  return { fitting, misfits };
}

/** True if the moves among the events, in time order, follow the stage table from the receipt on. */
export function isPath(events: readonly ComplaintEvent[]): boolean {
  let from: Stage = 'received';
  for (const { stage } of movesOf(events)) {
    if (!mayMove(from, stage)) return false;
    from = stage;
  }
  return true;
}

type Move = ComplaintEvent & { stage: Stage };

function movesOf(events: readonly ComplaintEvent[]): Move[] {
  return events.filter((event): event is Move => event.stage !== null).sort(inTimeOrder);
}
