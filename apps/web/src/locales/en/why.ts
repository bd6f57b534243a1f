/** Why a score changed: parts within groups, and parts that come of the mix of replies. */
export const why = {
  by: 'Split by',
  rose: '{metric} rose by {by} against {span}',
  fell: '{metric} fell by {by} against {span}',
  none: 'No detectable change of {metric} against {span} ({by})',
  tooFew: 'Too few replies to tell whether {metric} changed against {span} ({by})',
  because: '{lead}: {parts}.',
  alone: '{lead}.',
  noPart: '{lead}. No single part of it stands out from chance.',
  within: '{n} within {place}',
  more: '{n} because more replies came from {place}',
  fewer: '{n} because fewer replies came from {place}',
  others: '{n} other, put together | {n} others, put together',
  kinds: {
    within: 'Within',
    mix: 'Mix',
  },
  key: {
    within: 'Within: the group’s own score changed',
    mix: 'Mix: more or fewer of the replies came from it',
  },
  columns: {
    then: 'Then',
    now: 'Now',
  },
  sums: 'Within all groups: {within}. Mix: {mix}. Nothing is left over. {n} part was tested. | Within all groups: {within}. Mix: {mix}. Nothing is left over. {n} parts were tested together.',
  caption:
    'In points of the score; lines: 95 % intervals. A part of the mix is below zero when more replies came from where scores are low, or fewer from where they are high.',
  smaller: '{n} group with smaller parts stands in the table. | {n} groups with smaller parts stand in the table.',
  unsplit: 'Not split: among so few groups a part would give away a number under {n}.',
  leftOut:
    '{n} touchpoint is left out: its score may not be told. | {n} touchpoints are left out: their scores may not be told.',
  nobody: 'Nothing to compare',
  nobodyHint: 'Nobody answered in one of the two periods: choose other dates or fewer filters.',
};
