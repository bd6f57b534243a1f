import type { ComplaintEventRow } from '#contracts/ingest/complaint-row.ts';
import type { Stage } from '#domain/complaint-stage.ts';
import type { Random } from '../chance/random.ts';
import { DEPARTMENT_PROFILES } from '../network/department-profiles.ts';
import type { Place } from '../network/site-profiles.ts';
import type { TimedRow } from '../sending/feed.ts';
import { instantOf } from '../time/local-clock.ts';
import { BACK_TO_INVESTIGATING, BETWEEN_NOTES, SECOND_RESOLUTIONS, STAGE_NOTES } from './case-notes.ts';
import { CaseClock } from './working-hours.ts';

/** What a history needs to know of its complaint. */
export interface ReceivedComplaint {
  externalId: string;
  receivedMs: number;
  place: Place;
  /** What will be found, done and learned. */
  resolution: string;
  /** Part of the surge of double bills, which the office cannot keep up with. */
  doubleBilling: boolean;
  /** Simple enough to be resolved without an investigation. */
  simple: boolean;
}

/** Working days until acknowledged, by how often, and until answered. */
const PACE = {
  usual: { acknowledge: { 0: 18, 1: 40, 2: 24, 3: 11, 4: 4, 5: 2, 7: 1 }, answer: 13.5, spread: 0.5 },
  swamped: { acknowledge: { 1: 8, 2: 16, 3: 18, 4: 20, 5: 16, 7: 14, 9: 8 }, answer: 27, spread: 0.3 },
};
const SIMPLE_ANSWER_DAYS = 4;
/** Shares of complaints that come back after the closing, go back before it, and lie forgotten for long. */
const REOPENED = 0.06;
const SENT_BACK = 0.05;
const FORGOTTEN = 0.015;

const RELATIONS = 'Patient relations';

/** Collects the events of one complaint in order. */
class History {
  readonly events: TimedRow<ComplaintEventRow>[] = [];
  private readonly clock: CaseClock;
  private readonly complaint: ReceivedComplaint;
  private readonly random: Random;

  constructor(complaint: ReceivedComplaint, random: Random) {
    this.complaint = complaint;
    this.random = random;
    this.clock = new CaseClock(complaint.place.clock, complaint.receivedMs);
  }

  add(workingDays: number, stage: Stage | undefined, notes: readonly string[], actor: string): void {
    const ms = this.clock.later(Math.max(0, Math.round(workingDays)), this.random);
    const row: ComplaintEventRow = {
      externalId: `${this.complaint.externalId}-${this.events.length + 1}`,
      complaint: this.complaint.externalId,
      happenedAt: instantOf(ms),
      stage,
      note: this.random.pick(notes),
      actor,
    };
    this.events.push({ ms, row });
  }
}

/** The whole life of a complaint, as far as it will go; what lies after the end of the span has not happened yet. */
export function historyOf(complaint: ReceivedComplaint, random: Random): TimedRow<ComplaintEventRow>[] {
  const history = new History(complaint, random);
  const { team } = DEPARTMENT_PROFILES[complaint.place.department];
  const pace = complaint.doubleBilling ? PACE.swamped : PACE.usual;
  const acknowledged = Number(random.weighted(pace.acknowledge));
  const forgotten = random.chance(FORGOTTEN) ? 3 : 1;
  const answered = random.skewed(complaint.simple ? SIMPLE_ANSWER_DAYS : pace.answer, pace.spread) * forgotten;
  const remaining = Math.max(0, answered - acknowledged - 2);

  const investigate = (workingDays: number, notes: readonly string[], resolutions: readonly string[]): void => {
    history.add(Math.min(2, workingDays * 0.2), 'investigating', notes, RELATIONS);
    if (random.chance(0.55)) history.add(workingDays * 0.4, undefined, BETWEEN_NOTES, team);
    history.add(workingDays * 0.4, 'resolved', resolutions, team);
  };

  history.add(acknowledged, 'acknowledged', STAGE_NOTES.acknowledged, RELATIONS);
  if (complaint.simple) history.add(remaining, 'resolved', [complaint.resolution], team);
  else investigate(remaining, STAGE_NOTES.investigating, [complaint.resolution]);
  if (random.chance(SENT_BACK)) investigate(4, BACK_TO_INVESTIGATING, SECOND_RESOLUTIONS);
  history.add(random.between(0, 2), 'closed', STAGE_NOTES.closed, RELATIONS);
  if (random.chance(REOPENED)) {
    history.add(random.between(3, 15), 'reopened', STAGE_NOTES.reopened, RELATIONS);
    investigate(random.between(4, 10), STAGE_NOTES.investigating, SECOND_RESOLUTIONS);
    history.add(random.between(0, 2), 'closed', STAGE_NOTES.closed, RELATIONS);
  }
  return history.events;
}
