import type { PartName } from './part-names.ts';
import type { IntervalMethod } from './vocabulary.ts';

/** That the wait at a place of the sorted list, from the shortest, was at most so many minutes. */
export interface WaitPlace {
  rank: number;
  minutes: number;
}

/** The counts a value is reckoned from, by name; of a percentile also the waits it lies between. */
export interface Parts {
  counts: Partial<Record<PartName, number>>;
  places: readonly WaitPlace[];
}

/** How the ends of the 95 % interval are reckoned, in symbols; z = 1.959964. */
export const INTERVAL_FORMULAS: Record<IntervalMethod, string> = {
  wilson95: '100 · (2x + z² ∓ z·√(z² + 4x·(1 − x/n))) / (2·(n + z²)), x of n',
  'adjusted-wald95':
    '100 · (p − d ∓ z·√((p + d − (p − d)²) / (n + 3))), p = (promoters + ¾)/(n + 3), d = (detractors + ¾)/(n + 3); never beyond −100 and 100',
  'student-t95':
    'm ∓ t(n + 2)·s/√(n + 3), mean m and deviation s with three added answers: ¾ at each end of the scale, 1½ in its middle',
  'order-statistics95':
    'the waits at the places between which the percentile lies in 95 of 100 samples: the number of waits below it is binomial',
  exact: 'a plain count: no interval',
};

/** How the signal rule reckons from its baseline and judges, in symbols. */
export const SIGNAL_FORMULA =
  'p₀ = (X + ½)/(N + 1); φ = 1 + n̄/(n̄ + K)·max(0, (1 + 5.5/(m − 4))·f − 1), n̄ = N/m; nₑ = 1/(ψ·((1 + (φ − 1)·√w)/n + φ/N)); low if I(1 − p₀; nₑ·(1 − y), nₑ·y + 1) < 0.001, high if I(p₀; nₑ·y, nₑ·(1 − y) + 1) < 0.001; the limits are the y at which these equal 0.001';
