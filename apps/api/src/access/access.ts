import type { Actor, Scope } from '../database/scope.ts';

/** The organisation of an installation that holds only one. */
export const HOME_ORGANISATION_ID = '0bed51de-0000-4000-8000-000000000001';

/** An organisation, whole: for what the installation itself does there, such as finding out who somebody is. */
export function wholeOf(organisationId: string, actor?: Actor): Scope {
  return { organisationId, departmentIds: 'all', ...(actor && { actor }) };
}

/** The scope of work from the command line or at start: the home organisation, whole. */
export const HOME_SCOPE: Scope = wholeOf(HOME_ORGANISATION_ID);
