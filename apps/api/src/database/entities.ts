import { Department } from './entities/department.entity.ts';
import { Organisation } from './entities/organisation.entity.ts';
import { Site } from './entities/site.entity.ts';
import { Source } from './entities/source.entity.ts';
import { Touchpoint } from './entities/touchpoint.entity.ts';

/** Everything TypeORM knows; facts and cells are plain SQL. */
export const ENTITIES = [Organisation, Site, Department, Touchpoint, Source];
