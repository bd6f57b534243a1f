import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';

/** A Monday; the answers begin in this week. */
export const FIRST_MONDAY = '2026-03-02';
/** A Wednesday; its week has only begun. */
export const TODAY = '2026-10-14';

export const DEPARTMENTS = [
  'medicine',
  'ward-4b',
  'riverside-pharmacy',
  'hillcrest-pharmacy',
  'hillcrest-lab',
] as const;
export const CHANNELS = ['sms', 'phone', 'kiosk'] as const;

export const STRUCTURE = {
  name: 'Test Health',
  timeZone: 'Europe/Vilnius',
  sites: [
    {
      code: 'riverside',
      name: 'Riverside Hospital',
      timeZone: 'Europe/Vilnius',
      departments: [
        { code: 'medicine', name: 'Medicine' },
        { code: 'ward-4b', name: 'Ward 4B', parent: 'medicine' },
        { code: 'riverside-pharmacy', name: 'Pharmacy' },
      ],
    },
    {
      code: 'hillcrest',
      name: 'Hillcrest Clinic',
      timeZone: 'Europe/Vilnius',
      departments: [
        { code: 'hillcrest-pharmacy', name: 'Pharmacy' },
        { code: 'hillcrest-lab', name: 'Laboratory' },
      ],
    },
  ],
};

export const SITE_OF: Record<(typeof DEPARTMENTS)[number], string> = {
  medicine: 'riverside',
  'ward-4b': 'riverside',
  'riverside-pharmacy': 'riverside',
  'hillcrest-pharmacy': 'hillcrest',
  'hillcrest-lab': 'hillcrest',
};

export interface Answer {
  externalId: string;
  department: (typeof DEPARTMENTS)[number];
  channel: (typeof CHANNELS)[number];
  respondedAt: string;
  csat: number;
}

/** Answers a week that a department usually gets, and how they come in. */
const USUAL = [90, 12, 3, 60, 25];
const SHARES = [0.7, 0.22, 0.08];

/** A hospital of busy and of quiet departments, always the same for a seed (a small generator of Lehmer's). */
export function smallHospital(seed: number): Answer[] {
  let state = seed;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let warm = 0; warm < 10; warm += 1) random();
  const usual = USUAL.map((answers) => answers * (0.5 + random()));
  const answers: Answer[] = [];
  const first = dayNumberOf(FIRST_MONDAY);
  for (let day = first; day < dayNumberOf(TODAY); day += 1) {
    DEPARTMENTS.forEach((department, index) => {
      // Now and then a department is closed for a while, and the quietest answers in fits and starts.
      const open = Math.sin(day / 9 + index * seed) > -0.9;
      const busy = day % 7 > 4 ? 0.3 : 1.28;
      const expected = open ? ((usual[index] ?? 0) / 7) * busy : 0;
      const count = Math.floor(expected) + (random() < expected % 1 ? 1 : 0) + (random() < 0.2 ? 1 : 0);
      for (let answer = 0; answer < (open ? count : 0); answer += 1) {
        const drawn = random();
        const channel = CHANNELS[SHARES.findIndex((_, at) => drawn < SHARES.slice(0, at + 1).reduce((a, b) => a + b))];
        answers.push({
          externalId: `${day}-${index}-${answer}`,
          department,
          channel: channel ?? 'kiosk',
          respondedAt: `${dateOf(day)}T09:00:00Z`,
          csat: 1 + Math.floor(random() * 5),
        });
      }
    });
  }
  return answers;
}
