/** Invited: has a link and no way in yet. Disabled: kept out until somebody lets them in again. */
export const PERSON_STATES = ['active', 'invited', 'disabled'] as const;
export type PersonState = (typeof PERSON_STATES)[number];
