/** The eight steps of a visit as this network asks about them; the codes are those of the default journey. */
export const STEPS = [
  'discovery',
  'scheduling',
  'check-in',
  'care',
  'continuing-care',
  'follow-up',
  'billing',
  'next-visit',
] as const;

export type Step = (typeof STEPS)[number];
