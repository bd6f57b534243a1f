import type { Scope } from '../database/scope.ts';

/** The organisation of an installation that holds only one. */
export const HOME_ORGANISATION_ID = '0bed51de-0000-4000-8000-000000000001';

/** The one place that decides which organisation and departments a request may see. Until people sign in: the home organisation, whole. */
export function scopeOfRequest(): Scope {
  return { organisationId: HOME_ORGANISATION_ID, departmentIds: 'all' };
}
