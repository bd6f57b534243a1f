import type { Difference } from './metric.ts';
import { recoveredDifference } from './recovered-difference.ts';
import type { Interval } from './wilson.ts';

/** Answers to "how likely are you to recommend us": 9–10, 7–8, 0–6. */
export interface NpsCounts {
  promoters: number;
  passives: number;
  detractors: number;
}

/** Net promoter score, −100 to 100: percent of promoters less percent of detractors; null when nobody answered. */
export function npsOf({ promoters, passives, detractors }: NpsCounts): number | null {
  const n = promoters + passives + detractors;
  return n === 0 ? null : (100 * (promoters - detractors)) / n;
}

/**
 * Adjusted Wald interval of an NPS: ¾ of a promoter, ¾ of a detractor and 1½ passives are added before the textbook
 * formula, which by itself covers the truth in only 56–87 % of samples below ten. The score shown stays unadjusted and is
 * always inside. Source: Rocks 2016, doi:10.1080/00031305.2016.1158124.
 */
export function npsInterval({ promoters, passives, detractors }: NpsCounts, z: number): Interval {
  const n = promoters + passives + detractors + 3;
  const promoterShare = (promoters + 0.75) / n;
  const detractorShare = (detractors + 0.75) / n;
  const centre = promoterShare - detractorShare;
  const reach = z * Math.sqrt((promoterShare + detractorShare - centre ** 2) / n);
  const value = npsOf({ promoters, passives, detractors }) ?? 100 * centre;
  return {
    low: Math.min(value, Math.max(-100, 100 * (centre - reach))),
    high: Math.max(value, Math.min(100, 100 * (centre + reach))),
  };
}

/** Difference of two NPS in points, now minus then; null when nobody answered in one of them. */
export function differenceOfNps(now: NpsCounts, then: NpsCounts): Difference | null {
  const valueNow = npsOf(now);
  const valueThen = npsOf(then);
  if (valueNow === null || valueThen === null) return null;
  return recoveredDifference(
    { value: valueNow, intervalAt: (z) => npsInterval(now, z) },
    { value: valueThen, intervalAt: (z) => npsInterval(then, z) },
  );
}
