/** Words of what moves the overall score, and of what waiting costs. */
export const drivers = {
  mend: 'Mend first',
  keep: 'Keep up',
  later: 'Mend later',
  fine: 'Fine as it is',
  importance: 'Importance',
  performance: 'CSAT',
  touchpoint: 'Touchpoint',
  interval: '95 % interval',
  caption:
    'Across: importance, the share of what the touchpoints together explain of the overall score. Up: CSAT. The lines between the quarters stand at the mean importance and the mean CSAT.',
  explains:
    'The touchpoints together explain {value} of how overall scores differ ({interval}), from {n} replies. What goes together need not be a cause.',
  summary:
    '{n} touchpoint by importance and CSAT. Most important: {first}. | {n} touchpoints by importance and CSAT. Most important: {first}.',
  how: 'Shares of R² (LMG, the same as Shapley’s) of a linear model of the overall score, 1–5, on the scores of the touchpoints; replies that left some out count for the others. Intervals: 400 draws of whole days or weeks. Importance is told in whole percent and n in tens, so that no small number follows from them.',
  limited: 'Rests on the newest replies, since {date}: there are more than are read.',
  none: 'Nothing can be told yet',
  noneHint:
    'About {n} more replies that score a touchpoint and the visit would tell. Choose a longer period or fewer filters.',
  emptyHint:
    'It takes replies that score the visit and its touchpoints, and that differ. Choose a longer period or fewer filters.',
  reasons: {
    'too-few': 'too few: about {n} more replies would tell',
    'never-varies': 'scores never differ',
    'beyond-twelve': 'beyond the twelve most often scored',
    inconsistent: 'too few replies score it together with others',
  },
  wait: {
    costs: 'costs {value} ({interval})',
    brings: 'goes with {value} more ({interval})',
    none: 'no detectable relation ({interval})',
    tooFew: 'Too few to tell: about {n} more replies whose wait is known would tell.',
    constant: 'Nothing to compare: waits or answers do not differ.',
    hidden: 'Withheld: it would rest on, or give away, fewer than {n} answers.',
    points: '{n} point of CSAT | {n} points of CSAT',
    range: '{low} to {high}',
    beyond: 'Each 10 minutes beyond what was promised',
    each: 'Each 10 minutes of waiting',
    basis: '{kind}, {span}. From {n} replies whose wait is known.',
    basisNone: '{kind}, {span}.',
    how: 'Compared within each department, and among waits that ended the same way; of a wait not over, and of one that ended by leaving, the minutes waited until the answer count. What goes together need not be a cause. 95 % interval in brackets.',
  },
};
