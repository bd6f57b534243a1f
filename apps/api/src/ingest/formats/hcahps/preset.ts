import type { Mapping } from '../../mapping/mapping.ts';

const NOT_ANSWERED = ['M', '88', '8', '9'];

/** What stands for no answer, unless a question gives the number a meaning. */
function answers(meanings: Readonly<Record<string, string>>): Record<string, string> {
  return { ...Object.fromEntries(NOT_ANSWERED.map((code) => [code, ''])), ...meanings };
}

/** Never, sometimes, usually, always. Only "always" is a top box of the survey, so it alone is among our top two. */
const FREQUENCY = answers({ '1': '1', '2': '2', '3': '3', '4': '5' });
/** Strongly disagree … strongly agree, and "I was not given any new medicine". */
const AGREEMENT = answers({ '1': '1', '2': '2', '3': '3', '4': '5', '5': '' });

/** Definitely no, probably no, probably yes, definitely yes. */
const RECOMMEND = FREQUENCY;

/** 9 and 10 are the top box of the survey and our top two; 7 and 8 its middle; 0 to 6 its bottom. */
const RATING_OF_TEN = ['1', '1', '1', '1', '1', '2', '2', '3', '3', '4', '5'];
const OVERALL = {
  M: '',
  '88': '',
  ...Object.fromEntries(RATING_OF_TEN.flatMap((csat, rating) => spellings(rating).map((text) => [text, csat]))),
};

/** Modes of which each patient's channel can be told; in mixed ones it cannot. */
const MODES = { '1': 'paper', '2': 'phone', '3': '', '4': 'phone', '5': '', '6': '', '7': '', '8': '', '9': '', M: '' };

const LANGUAGES = answers({ '1': 'en', '2': 'es', '3': 'zh', '4': 'ru', '5': 'vi', '6': 'pt', '7': '', '10': '' });

/** Which question feeds which field, and what its answers are worth; a file that lacks a question leaves it out. */
const FIELDS: readonly { element: string; field: string; values?: Record<string, string> }[] = [
  { element: 'key', field: 'externalId' },
  { element: 'discharged in', field: 'respondedAt' },
  { element: 'survey-mode', field: 'channel', values: MODES },
  { element: 'language', field: 'language', values: LANGUAGES },
  { element: 'overall-rate', field: 'csat', values: OVERALL },
  { element: 'recommend', field: 'scores.loyalty', values: RECOMMEND },
  { element: 'nurse-courtesy-respect', field: 'scores.empathy', values: FREQUENCY },
  { element: 'nurse-listen', field: 'scores.listening', values: FREQUENCY },
  { element: 'dr-explain', field: 'scores.explanations', values: FREQUENCY },
  { element: 'cleanliness', field: 'scores.facilities', values: FREQUENCY },
  { element: 'ct-purpose-med', field: 'scores.instructions-understood', values: AGREEMENT },
];

/** What is known of the columns of a file without being told. */
export function presetFor(columns: readonly { name: string }[]): Mapping {
  const known = FIELDS.filter(({ element }) => columns.some(({ name }) => name === element));
  return {
    columns: Object.fromEntries(known.map(({ element, field }) => [element, field])),
    values: Object.fromEntries(known.flatMap(({ field, values }) => (values === undefined ? [] : [[field, values]]))),
  };
}

/** `7` and `07`: the survey asks for two digits, not all write them. */
function spellings(rating: number): string[] {
  return [String(rating), String(rating).padStart(2, '0')];
}
