import type { RowField } from './row-field.ts';

/** Fields every row shares: its natural key and the place it belongs to. */
export const KEY_AND_PLACE = {
  externalId: {
    type: 'text',
    max: 200,
    description:
      'The row’s own id in its source. With the source it is the natural key; a file without ids gets a hash of the row.',
  },
  site: {
    type: 'text',
    max: 120,
    description: 'Code or name of the site; needed only where a department is not named.',
  },
  department: {
    type: 'text',
    max: 120,
    description:
      'Code or name of the department. Left out, the row belongs to the site as a whole (or to the only site there is).',
  },
} as const satisfies Record<string, RowField>;
