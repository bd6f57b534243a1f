/** Sentences that tell what changed. A place is a site, department, touchpoint or subject by its name. */
export const finding = {
  when: {
    thisWeek: 'this week',
    week: 'in week {n}',
    weeks: 'in the last {n} week | in the last {n} weeks',
    span: 'from {from} to {to}',
  },
  none: 'No detectable change {when}.',
  counted: {
    1: 'One thing changed {when}: {list}.',
    2: 'Two things changed {when}: {list}.',
    3: 'Three things changed {when}: {list}.',
    4: 'Four things changed {when}: {list}.',
    5: 'Five things changed {when}: {list}.',
    many: '{n} things changed {when}: {list}.',
  },
  others: '{n} more',
  looking: 'Looking for what changed …',
  phrases: {
    experience: {
      better: '{place} got better',
      worse: '{place} got worse',
      more: 'scores for {place} rose',
      less: 'scores for {place} fell',
    },
    wait: {
      better: 'waits at {place} got shorter',
      worse: 'waits at {place} got longer',
      more: 'waits at {place} rose',
      less: 'waits at {place} fell',
    },
    left: {
      better: 'fewer patients left {place} unseen',
      worse: 'more patients left {place} unseen',
      more: 'more patients left {place} unseen',
      less: 'fewer patients left {place} unseen',
    },
    complaint: {
      better: 'complaints about {place} fell',
      worse: 'complaints about {place} rose',
      more: 'complaints about {place} rose',
      less: 'complaints about {place} fell',
    },
    loop: {
      better: '{place} answers complaints sooner',
      worse: '{place} answers complaints later',
      more: '{place} answers complaints sooner',
      less: '{place} answers complaints later',
    },
    review: {
      better: 'reviews of {place} got better',
      worse: 'reviews of {place} got worse',
      more: 'reviews of {place} rose',
      less: 'reviews of {place} fell',
    },
    volume: {
      better: 'replies about {place} rose',
      worse: 'replies about {place} fell',
      more: 'replies about {place} rose',
      less: 'replies about {place} fell',
    },
  },
  trend: {
    rose: '{what} rose since week {n}',
    fell: '{what} fell since week {n}',
    high: '{what} is higher than usual',
    low: '{what} is lower than usual',
    whatAt: '{metric} at {place}',
  },
  heatmap: {
    one: '{place} stands out: {metric} by week',
    many: '{n} rows stand out: {metric} by week',
  },
  list: {
    moved: '{metric} {before} → {now}',
    since: 'unusual since week {n}',
    long: 'unusual for all the weeks shown',
    compared: 'more than chance explains, against {span}',
    rest: 'Everything else: no detectable change. {n} cell was watched. | Everything else: no detectable change. {n} cells were watched.',
    nothing:
      'Nothing stands out from chance. {n} cell was watched. | Nothing stands out from chance. {n} cells were watched.',
    counted: '{n} change | {n} changes',
    more: 'And {n} more',
    records: 'The records',
  },
  tone: { concern: 'Concern', improvement: 'Improvement', neutral: 'Stands out' },
};
