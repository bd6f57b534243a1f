/** What each count that a value is reckoned from is called, in English; the pages have the same in every language. */
export const PART_NAMES = {
  responses: 'responses',
  satisfied: 'answers 4 or 5',
  'very-satisfied': 'answers of 5',
  answered: 'answers 1–5',
  easy: 'answers 6 or 7',
  'answered-effort': 'answers 1–7',
  promoters: 'promoters (9–10)',
  passives: 'passives (7–8)',
  detractors: 'detractors (0–6)',
  good: 'good or very good',
  poor: 'poor or very poor',
  'fft-answered': 'all answers, “don’t know” included',
  'answered-of-eligible': 'answers where it is known how many could answer',
  eligible: 'patients who could have answered',
  scores: 'scores given',
  'score-sum': 'sum of the scores',
  'score-squares': 'sum of the squares of the scores',
  'score-1': 'scores of 1',
  'score-2': 'scores of 2',
  'score-3': 'scores of 3',
  'score-4': 'scores of 4',
  'score-5': 'scores of 5',
  'waits-begun': 'waits that began',
  seen: 'waits that ended by being seen',
  'within-target': 'seen within the target',
  left: 'left without being seen',
  promised: 'waits with a promise whose outcome is known',
  'within-promise': 'seen within the promised time',
  'complaints-received': 'complaints received',
  'complaints-reopened': 'complaints reopened',
  'complaints-closed': 'complaints closed',
  'acknowledgement-due': 'acknowledgements due',
  'acknowledged-in-time': 'acknowledged in time',
  'answer-due': 'answers due',
  'answered-in-time': 'answered in time',
  reviews: 'reviews',
  'reviews-starred': 'reviews with stars',
  'reviews-positive': 'reviews of 4 or 5 stars',
  'reviews-replied': 'reviews replied to',
} as const;

export type PartName = keyof typeof PART_NAMES;

/** A formula with the words for its counts in place of their names in braces. */
export function inWords(formula: string, words: (name: PartName) => string = (name) => PART_NAMES[name]): string {
  return formula.replaceAll(/\{([\w-]+)\}/g, (_, name: string) =>
    name in PART_NAMES ? words(name as PartName) : name,
  );
}
