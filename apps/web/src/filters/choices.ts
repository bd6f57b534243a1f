import type { Dimension } from '#contracts/dimension.ts';
import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import { COMPLAINT_SUBJECTS, SEVERITIES } from '#domain/complaint.ts';
import { REVIEW_PLATFORMS } from '#domain/review.ts';
import { SURVEY_COLLECTIONS } from '#domain/survey-collection.ts';
import { WAIT_KINDS } from '#domain/wait.ts';

/** A value a filter offers; `beside` is the site of a department, told apart where two sites have one of the same name. */
export interface Choice {
  code: string;
  beside?: string;
}

const bare = (codes: readonly string[]): Choice[] => codes.map((code) => ({ code }));

/**
 * What a filter offers: departments of the chosen sites only, the eight touchpoints in the order of the journey, and
 * whatever is chosen already even if it is no longer offered, so that it can be taken away.
 */
export function choicesOf(
  dimension: Dimension,
  organisation: OrganisationDto | undefined,
  sites: readonly string[],
  chosen: readonly string[],
): Choice[] {
  const offered = offeredBy(dimension, organisation, sites);
  const known = new Set(offered.map(({ code }) => code));
  return [...offered, ...bare(chosen.filter((code) => !known.has(code)))];
}

function offeredBy(
  dimension: Dimension,
  organisation: OrganisationDto | undefined,
  sites: readonly string[],
): Choice[] {
  switch (dimension) {
    case 'site':
      return bare((organisation?.sites ?? []).map(({ code }) => code));
    case 'department':
      return (organisation?.departments ?? [])
        .filter(({ site, inScope }) => inScope && (sites.length === 0 || sites.includes(site)))
        .map(({ code, site }) => ({ code, beside: site }));
    case 'touchpoint':
      return bare(
        (organisation?.touchpoints ?? [])
          .filter(({ parent, active }) => parent === null && active)
          .sort((one, other) => one.position - other.position)
          .map(({ code }) => code),
      );
    case 'channel':
      return bare(organisation?.channels ?? []);
    case 'language':
      return bare(organisation?.languages ?? []);
    case 'wait-kind':
      return bare(WAIT_KINDS.codes);
    case 'platform':
      return bare(REVIEW_PLATFORMS.codes);
    case 'subject':
      return bare(COMPLAINT_SUBJECTS.codes);
    case 'severity':
      return bare(SEVERITIES.codes);
    case 'collection':
      return bare(SURVEY_COLLECTIONS.codes);
  }
}
