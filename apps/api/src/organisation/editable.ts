import type { Department } from '../database/entities/department.entity.ts';
import type { Organisation } from '../database/entities/organisation.entity.ts';
import type { Site } from '../database/entities/site.entity.ts';
import type { Touchpoint } from '../database/entities/touchpoint.entity.ts';

/** What a change of each thing rests on: what the form of it shows, and nothing that goes on beside it. */
export const editableOrganisation = ({ name, timeZone }: Organisation) => ({ name, timeZone });

export const editableSite = ({ name }: Site) => ({ name });

export const editableDepartment = ({ name, parentId }: Department) => ({ name, parentId });

/** Its place in the journey is changed on its own. */
export const editableTouchpoint = ({ name, parentSlot, active }: Touchpoint) => ({ name, parentSlot, active });

/** The order of a journey whose touchpoints are given in it. */
export const journeyOrder = (touchpoints: readonly Touchpoint[]) => touchpoints.map(({ slot }) => slot);
