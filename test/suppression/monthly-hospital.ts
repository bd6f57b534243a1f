import type { SurveyCountRow } from '#contracts/ingest/survey-count-row.ts';
import { firstOfMonth, monthNumberOf } from '#domain/calendar-month.ts';
import { DEPARTMENTS } from './small-hospital.ts';

export const COLLECTIONS = ['inpatient', 'emergency', 'outpatient'] as const;

/** Ten months of counts, with two empty ones before and one after, that nobody has published yet. */
export const FIRST_MONTHS = Array.from({ length: 13 }, (_, month) => firstOfMonth(monthNumberOf('2025-10-01') + month));

/** Answers a month that a department usually gets, by where they were asked. */
const USUAL = [300, 40, 7, 180, 14];
const SHARES = [0.7, 0.22, 0.08];

/** The counts of busy and of quiet departments, always the same for a seed (a small generator of Lehmer's). */
export function monthlyHospital(seed: number): SurveyCountRow[] {
  let state = seed;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let warm = 0; warm < 10; warm += 1) random();
  const usual = USUAL.map((answers) => answers * (0.5 + random()));
  return FIRST_MONTHS.slice(2, -2).flatMap((first, index) =>
    DEPARTMENTS.flatMap((department, place) =>
      COLLECTIONS.flatMap((collection, share): SurveyCountRow[] => {
        // Now and then a ward is closed.
        const closed = random() < 0.12;
        const expected = closed ? 0 : (usual[place] ?? 0) * (SHARES[share] ?? 0) * (0.6 + 0.8 * random());
        const responses = Math.floor(expected) + (random() < expected % 1 ? 1 : 0);
        const veryGood = Math.floor(responses * (0.6 + 0.3 * random()));
        const row = {
          externalId: `${department} ${collection} ${index}`,
          ...{ department, collection, month: first.slice(0, 7) },
          ...{ veryGood, good: responses - veryGood, neither: 0, poor: 0, veryPoor: 0, dontKnow: 0 },
        };
        // Some tell how many could have answered, hardly more than did.
        const eligible = random() < 0.7 ? responses + Math.floor(random() * 30) : null;
        return responses === 0 && eligible === null ? [] : [{ ...row, eligible }];
      }),
    ),
  );
}
