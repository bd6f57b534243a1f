import type { Metric } from '#metrics/metric.ts';
import type { OrganisationView } from '../question/organisation-view.ts';

/** Counts of people from 1 up to this are hidden. */
const FEW_PEOPLE = 4;

/**
 * Below how many answers a metric is withheld: a score below the organisation's minimum, a number of people who answered
 * or waited while it is one to four; null for what may always be told, such as how many complaints there are.
 */
export function minimumOf(
  { withholdSmall, countsPeople }: Metric,
  { minimumResponses }: Pick<OrganisationView, 'minimumResponses'>,
): number | null {
  if (withholdSmall) return minimumResponses;
  return countsPeople === true ? FEW_PEOPLE + 1 : null;
}
