import { resolve } from 'node:path';

/** Where Bedside keeps everything of its own: `.data` in the folder it was started from, unless BEDSIDE_DATA_DIR names another. */
export function dataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(environment.BEDSIDE_DATA_DIR || '.data');
}
