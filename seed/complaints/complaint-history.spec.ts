import { describe, expect, it } from '@jest/globals';
import type { ComplaintEventRow } from '#contracts/ingest/complaint-row.ts';
import { weekdayOf } from '#domain/calendar-date.ts';
import { mayMove, type Stage } from '#domain/complaint-stage.ts';
import { DEFAULT_COMPLAINT_POLICY } from '#domain/complaint.ts';
import { MONDAY_TO_FRIDAY, addWorkingDays } from '#domain/working-calendar.ts';
import { daysOf } from '../sending/feed.ts';
import { LocalClock } from '../time/local-clock.ts';
import { spanUntil } from '../time/span.ts';
import { COMPLAINT_EVENT_FEED, COMPLAINT_FEED } from './complaint-feed.ts';
import { CaseClock } from './working-hours.ts';
import { Random } from '../chance/random.ts';

const TODAY = '2026-11-20';
const run = { span: spanUntil(TODAY, Date.parse('2026-11-21T00:00:00Z')), scale: 1 };
const complaints = [...daysOf(COMPLAINT_FEED, run)].flat();
const histories = new Map<string, ComplaintEventRow[]>();
for (const event of [...daysOf(COMPLAINT_EVENT_FEED, run)].flat()) {
  histories.set(event.complaint, [...(histories.get(event.complaint) ?? []), event]);
}

/** The life of each complaint as a quality manager would sum it up. */
const lives = complaints.map(({ externalId, receivedAt, department }) => {
  const events = histories.get(externalId ?? '') ?? [];
  const moves = events.flatMap(({ stage }) => stage ?? []);
  const firstOf = (stage: Stage): string | undefined =>
    events.find((event) => event.stage === stage)?.happenedAt.slice(0, 10);
  const due = (days: number): string => addWorkingDays(receivedAt.slice(0, 10), days, MONDAY_TO_FRIDAY);
  return {
    receivedAt,
    department,
    events,
    moves,
    stage: moves.at(-1) ?? 'received',
    acknowledgedOn: firstOf('acknowledged'),
    acknowledgeDueOn: due(DEFAULT_COMPLAINT_POLICY.acknowledgeWithinDays),
    closedOn: firstOf('closed'),
    answerDueOn: due(DEFAULT_COMPLAINT_POLICY.answerWithinDays),
  };
});
const shareInTime = (
  some: typeof lives,
  at: 'acknowledgedOn' | 'closedOn',
  by: 'acknowledgeDueOn' | 'answerDueOn',
): number => {
  const judged = some.filter((life) => life[by] < TODAY);
  return judged.filter((life) => (life[at] ?? '9999') <= life[by]).length / judged.length;
};

describe('complaint histories', () => {
  it('belong to complaints that were sent', () => {
    const known = new Set(complaints.map(({ externalId }) => externalId));
    expect([...histories.keys()].filter((complaint) => !known.has(complaint))).toEqual([]);
  });

  it('move only as the stage table allows', () => {
    const illegal = lives.flatMap(({ moves }) =>
      moves.filter((stage, index) => !mayMove(moves[index - 1] ?? 'received', stage)),
    );
    expect(illegal).toEqual([]);
  });

  it('happen one thing after the other, never before the complaint came in', () => {
    for (const { receivedAt, events } of lives) {
      const instants = [receivedAt, ...events.map(({ happenedAt }) => happenedAt)];
      expect(instants).toEqual([...new Set(instants)].sort());
    }
  });

  it('say what was done and who did it, at every step', () => {
    expect(lives.flatMap(({ events }) => events).filter(({ note, actor }) => !note || !actor)).toEqual([]);
  });

  it('are mostly in time, with some overdue and some come back', () => {
    const usual = lives.filter(({ department }) => department !== 'billing-office');
    expect(shareInTime(usual, 'acknowledgedOn', 'acknowledgeDueOn')).toBeGreaterThan(0.85);
    expect(shareInTime(usual, 'acknowledgedOn', 'acknowledgeDueOn')).toBeLessThan(0.97);
    expect(shareInTime(usual, 'closedOn', 'answerDueOn')).toBeGreaterThan(0.84);
    expect(shareInTime(usual, 'closedOn', 'answerDueOn')).toBeLessThan(0.95);
    const reopened = lives.filter(({ moves }) => moves.includes('reopened')).length / lives.length;
    expect(reopened).toBeGreaterThan(0.03);
    expect(reopened).toBeLessThan(0.08);
  });

  it('leave some open now, a few of them overdue, in every stage of work', () => {
    const open = lives.filter(({ stage }) => stage !== 'closed');
    expect(open.length).toBeGreaterThan(60);
    expect(open.length).toBeLessThan(250);
    const overdue = open.filter(({ answerDueOn, closedOn }) => answerDueOn < TODAY && closedOn === undefined);
    expect(overdue.length).toBeGreaterThanOrEqual(8);
    expect(overdue.length).toBeLessThan(open.length / 2);
    const stages = new Set(open.map(({ stage }) => stage));
    expect([...stages]).toEqual(expect.arrayContaining(['received', 'acknowledged', 'investigating', 'resolved']));
  });

  it('show how slowly the billing office answers since the bills went out twice', () => {
    const office = lives.filter(({ department }) => department === 'billing-office');
    const since = office.filter(({ receivedAt }) => receivedAt >= '2026-10-13');
    const before = office.filter(({ receivedAt }) => receivedAt < '2026-10-13');
    expect(shareInTime(since, 'acknowledgedOn', 'acknowledgeDueOn')).toBeLessThan(0.75);
    expect(shareInTime(since, 'closedOn', 'answerDueOn')).toBeLessThan(0.7);
    expect(shareInTime(before, 'closedOn', 'answerDueOn')).toBeGreaterThan(0.8);
  });
});

describe('a case', () => {
  it('is worked on in office hours, on working days', () => {
    const site = new LocalClock('Europe/Vilnius');
    const random = new Random('case');
    const clock = new CaseClock(site, Date.parse('2026-11-14T21:00:00Z'));
    let last = 0;
    for (let step = 0; step < 60; step += 1) {
      const ms = clock.later(step % 3, random);
      const day = site.dayOf(ms);
      expect(weekdayOf(day)).toBeLessThanOrEqual(5);
      expect(ms).toBeGreaterThanOrEqual(site.at(day, 8 * 60 + 15));
      expect(ms).toBeLessThanOrEqual(site.at(day, 17 * 60));
      expect(ms).toBeGreaterThan(last);
      last = ms;
    }
  });
});
