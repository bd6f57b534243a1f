import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import type { ComplaintEventRow, ComplaintRow } from '#contracts/ingest/complaint-row.ts';
import type { ReviewRow } from '#contracts/ingest/review-row.ts';
import type { SurveyResponseRow } from '#contracts/ingest/survey-response-row.ts';
import type { WaitRow } from '#contracts/ingest/wait-row.ts';
import { MOVES, type Stage } from '#domain/complaint-stage.ts';
import { FFT_ANSWERS } from '#domain/scale.ts';

/** Everything a small hospital sent in, as it was sent. */
export interface HospitalRows {
  'survey-responses': SurveyResponseRow[];
  waits: WaitRow[];
  reviews: ReviewRow[];
  complaints: ComplaintRow[];
  'complaint-events': ComplaintEventRow[];
}

/** The span in which things happen; a year and a bit, with a running week at its end. */
export const FIRST_DAY = '2025-09-01';
export const TODAY = '2026-11-18';

const DEPARTMENTS = ['medicine', 'ward-4b', 'riverside-pharmacy', 'hillcrest-pharmacy'] as const;
const LENGTHS = [0, 1, 2, 5, 12.5, 20, 29.9, 30, 31, 60, 240, 241, 4320, 9000];

/** A hospital made of numbers that always fall the same way (a small generator of Lehmer's). */
export function randomHospital(size: number): HospitalRows {
  let state = 20_261_118;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const one = <Item>(items: readonly Item[]): Item => items[upTo(items.length - 1)] as Item;
  const sometimes = <Item>(chance: number, item: () => Item): Item | undefined =>
    random() < chance ? item() : undefined;
  const days = dayNumberOf(TODAY) - dayNumberOf(FIRST_DAY);
  /** Half of them close to midnight somewhere, where dates of sites differ. */
  const instant = (): string =>
    `${dateOf(dayNumberOf(FIRST_DAY) + upTo(days - 1))}T${one(['16:58', '17:03', '21:30', '09:00', '22:10'])}:00Z`;
  const each = <Row>(count: number, row: (index: number) => Row): Row[] =>
    Array.from({ length: count }, (_, index) => row(index));
  const score = () => 1 + upTo(4);

  const complaints = each(Math.ceil(size / 6), (index): ComplaintRow => ({
    externalId: `c${index}`,
    department: one(DEPARTMENTS),
    receivedAt: instant(),
    channel: one(['phone', 'letter', undefined] as const),
    subjects: one<ComplaintRow['subjects']>([['billing'], ['waiting', 'attitude'], undefined]),
    severity: one(['low', 'high', undefined] as const),
    touchpoint: one(['check-in', 'billing', undefined]),
    narrative: sometimes(0.5, () => 'Nobody told me.'),
  }));

  return {
    'survey-responses': each(size, (index) => ({
      externalId: `s${index}`,
      department: one(DEPARTMENTS),
      respondedAt: instant(),
      channel: one(['sms', 'email', 'kiosk', undefined] as const),
      language: one(['vi', 'en', 'fr', undefined]),
      csat: sometimes(0.8, score),
      nps: sometimes(0.7, () => upTo(10)),
      fft: sometimes(0.6, () => one(FFT_ANSWERS.codes)),
      effort: sometimes(0.3, () => 1 + upTo(6)),
      scores: sometimes(0.6, () => ({
        'check-in': score(),
        ...sometimes(0.5, () => ({ care: score(), 'waiting-time': score() })),
      })),
      comment: sometimes(0.4, () => 'Kind and quick.') ?? 'ok',
    })).map((row) => (row.comment === 'ok' && hasAnswers(row) ? { ...row, comment: undefined } : row)),
    waits: each(size, (index) => {
      const outcome = one(['seen', 'seen', 'seen', 'left', 'waiting'] as const);
      return {
        externalId: `w${index}`,
        department: one(DEPARTMENTS),
        startedAt: instant(),
        kind: one(['arrival-to-seen', 'call-to-answer', 'result'] as const),
        channel: one(['phone', 'desk', undefined] as const),
        outcome,
        waitMinutes: outcome === 'waiting' || (outcome === 'left' && random() < 0.5) ? undefined : one(LENGTHS),
        promisedMinutes: sometimes(0.5, () => one([15, 30, 240])),
      };
    }),
    reviews: each(Math.ceil(size / 4), (index) => ({
      externalId: `r${index}`,
      department: one(DEPARTMENTS),
      reviewedAt: instant(),
      platform: one(['google', 'nhs', 'zalo'] as const),
      language: one(['vi', 'en']),
      ...one([{ stars: score() }, { stars: score() }, { recommends: random() < 0.7 }]),
      text: sometimes(0.5, () => 'Good doctors.'),
      reply: sometimes(0.3, () => 'Thank you.'),
    })),
    complaints,
    'complaint-events': complaints.flatMap(({ externalId, receivedAt }) => {
      const events: ComplaintEventRow[] = [];
      let stage: Stage = 'received';
      let at = Date.parse(receivedAt);
      while (random() < 0.85) {
        at += (1 + upTo(200)) * 3_600_000;
        if (at > Date.parse(`${TODAY}T00:00:00Z`)) break;
        stage = one(MOVES[stage]);
        const happenedAt = new Date(at).toISOString();
        events.push({ externalId: `${externalId}-${events.length}`, complaint: externalId ?? '', happenedAt, stage });
      }
      return events;
    }),
  };
}

function hasAnswers({ csat, nps, fft, effort, scores }: SurveyResponseRow): boolean {
  return [csat, nps, fft, effort, scores].some((answer) => answer !== undefined);
}
