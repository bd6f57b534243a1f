import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import { type ComplaintHistory, complaintHistory } from '#domain/complaint-history.ts';
import { COMPLAINT_SLOTS, complaintContributions, type CountedComplaint } from './complaint-counts.ts';

const COMPLAINT: CountedComplaint = {
  departmentId: 'ward-4b',
  channel: 4,
  severity: 2,
  subjects: [2, 9],
  touchpoint: 7,
  receivedOn: '2026-10-01',
  acknowledgeDueOn: '2026-10-06',
  answerDueOn: '2026-10-29',
};

const UNTOUCHED: ComplaintHistory = complaintHistory({ receivedAt: 0, receivedOn: '2026-10-01' }, []);

/** Counts by date, as `date: slot name × times`. */
function counted(history: Partial<ComplaintHistory>): Record<string, string[]> {
  const names = Object.keys(COMPLAINT_SLOTS);
  return Object.fromEntries(
    complaintContributions(COMPLAINT, { ...UNTOUCHED, ...history })
      .sort((a, b) => (a.onDate < b.onDate ? -1 : 1))
      .map(({ onDate, counts }) => [
        onDate,
        counts.flatMap((count, slot) => Array.from({ length: count }, () => names[slot] ?? '?')),
      ]),
  );
}

describe('complaintContributions', () => {
  it('opens on the date of receipt and is judged on the dates by which it was due', () => {
    expect(counted({})).toEqual({
      '2026-10-01': ['opened'],
      '2026-10-06': ['acknowledgementDue'],
      '2026-10-29': ['answerDue'],
    });
  });

  it.each<[string, Partial<ComplaintHistory>, string, string[]]>([
    [
      'acknowledged on the last day',
      { acknowledgedOn: '2026-10-06' },
      '2026-10-06',
      ['acknowledgementDue', 'acknowledgedInTime'],
    ],
    ['acknowledged a day late', { acknowledgedOn: '2026-10-07' }, '2026-10-06', ['acknowledgementDue']],
    ['told on the last day', { closings: ['2026-10-29'] }, '2026-10-29', ['closed', 'answerDue', 'answeredInTime']],
    ['told a day late', { closings: ['2026-10-30'] }, '2026-10-29', ['answerDue']],
    ['resolved in time but not told', { resolutions: ['2026-10-20'] }, '2026-10-29', ['answerDue']],
    [
      'told in time, reopened, told again late',
      { closings: ['2026-10-20', '2026-11-20'], reopenings: ['2026-11-02'] },
      '2026-10-29',
      ['answerDue', 'answeredInTime'],
    ],
  ])('%s', (_, history, date, slots) => {
    expect(counted(history)[date]).toEqual(slots);
  });

  it('counts each closing, reopening and resolution on its own date', () => {
    const history = {
      resolutions: ['2026-10-08', '2026-10-20'],
      closings: ['2026-10-08', '2026-10-21'],
      reopenings: ['2026-10-12'],
    };
    expect(counted(history)).toMatchObject({
      '2026-10-08': ['closed', 'resolved'],
      '2026-10-12': ['reopened'],
      '2026-10-20': ['resolved'],
      '2026-10-21': ['closed'],
    });
  });

  it('is kept under department, channel, severity, main subject and touchpoint', () => {
    const keys = (complaint: CountedComplaint) =>
      complaintContributions(complaint, UNTOUCHED).map((cell) => [cell.departmentId, ...cell.keys]);
    expect(keys(COMPLAINT)).toEqual(Array.from({ length: 3 }, () => ['ward-4b', 4, 2, 2, 7]));
    expect(keys({ ...COMPLAINT, subjects: [] })[0]).toEqual(['ward-4b', 4, 2, 0, 7]);
  });

  it('leaves open at any date what opened plus reopened minus closed: never less than none', () => {
    const gap = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(gap, gap), { maxLength: 6 }), fc.boolean(), (rounds, endsOpen) => {
        let day = dayNumberOf(COMPLAINT.receivedOn);
        const history = { ...UNTOUCHED, closings: [] as string[], reopenings: [] as string[] };
        rounds.forEach(([untilClosed, untilReopened], index) => {
          history.closings.push(dateOf((day += untilClosed)));
          if (index < rounds.length - 1 || endsOpen) history.reopenings.push(dateOf((day += untilReopened)));
        });
        let open = 0;
        const { opened, reopened, closed } = COMPLAINT_SLOTS;
        for (const { counts } of complaintContributions(COMPLAINT, history).sort((a, b) =>
          a.onDate < b.onDate ? -1 : 1,
        )) {
          open += (counts[opened] ?? 0) + (counts[reopened] ?? 0) - (counts[closed] ?? 0);
          expect([0, 1]).toContain(open);
        }
        expect(open).toBe(rounds.length === 0 || endsOpen ? 1 : 0);
      }),
    );
  });
});
