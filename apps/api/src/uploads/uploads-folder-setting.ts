import { join, resolve } from 'node:path';
import { dataFolder } from '../embedded-postgres/data-folder.ts';

/** Where uploaded files are kept: in the data folder, unless BEDSIDE_UPLOADS_DIR names a folder that several machines share. */
export function uploadsFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const { BEDSIDE_UPLOADS_DIR: named } = environment;
  return named ? resolve(named) : join(dataFolder(environment), 'uploads');
}
