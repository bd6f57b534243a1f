import { CreateSchema1795305600001 } from './migrations/0001-create-schema.ts';

/** In the order they run. */
export const MIGRATIONS = [CreateSchema1795305600001];
