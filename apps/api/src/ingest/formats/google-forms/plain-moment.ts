/** Before and after noon as the languages of Google's forms write it. */
const HALVES: readonly (readonly [RegExp, string])[] = [
  [/\s(?:SA|ก่อนเที่ยง|priešpiet|ق\.?د)(?=\s|$)/i, ' AM'],
  [/\s(?:CH|หลังเที่ยง|popiet|ب\.?د)(?=\s|$)/i, ' PM'],
];

/** The zones that are written by a name and not as GMT+7; each name stands for one offset in these exports. */
const OFFSETS: Readonly<Record<string, string>> = {
  WET: '+00:00',
  WEST: '+01:00',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  AKST: '-09:00',
  AKDT: '-08:00',
  HST: '-10:00',
};

/** The time at which a form was sent in, with its half of the day and its zone in words that every reader knows. */
export function plainMoment(cell: string): string {
  const halved = HALVES.reduce((text, [words, half]) => text.replace(words, half), cell.trim());
  return halved.replace(/\s([A-Z]{3,4})$/, (whole, name: string) => OFFSETS[name] ?? whole);
}
