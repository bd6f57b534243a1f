import type { SurveyCollection } from '#domain/survey-collection.ts';

/** How names and titles of files speak of where patients were asked; the first that fits holds. */
const WORDS: readonly [RegExp, SurveyCollection][] = [
  [/patient[\s_-]*transport/i, 'patient-transport'],
  [/in[\s_-]?patients?/i, 'inpatient'],
  [/out[\s_-]?patients?/i, 'outpatient'],
  [/accident|emergency|(?<![a-z])a\s*(?:&|and|n)?\s*e(?![a-z])/i, 'emergency'],
  [/matern/i, 'maternity'],
  [/mental/i, 'mental-health'],
  [/community/i, 'community'],
  [/ambulance/i, 'ambulance'],
  [/dental/i, 'dental'],
  [/(?<![a-z])gp(?![a-z])/i, 'gp'],
];

/** Where patients were asked, as far as a text tells. */
export function collectionToldBy(text: string): SurveyCollection | undefined {
  return WORDS.find(([words]) => words.test(text))?.[1];
}
