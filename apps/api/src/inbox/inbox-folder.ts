import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SettingTrouble } from '../serving/setting-trouble.ts';

/** Names the watched folder, which whoever creates the app provides; undefined where there is none. */
export const INBOX_FOLDER = Symbol('the watched folder');

/** The watched folder that BEDSIDE_INBOX names; undefined where nothing is watched. Throws `SettingTrouble`. */
export async function inboxFolder(environment: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const { BEDSIDE_INBOX: named } = environment;
  if (!named) return undefined;
  const folder = resolve(named);
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) {
    throw new SettingTrouble(
      `BEDSIDE_INBOX names ${folder}, and there is no such folder. Make it, with a folder in it for each source.`,
    );
  }
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).catch(() => {
    throw new SettingTrouble(
      `BEDSIDE_INBOX names ${folder}, in which Bedside may not move files. Let the user it runs as read and write there.`,
    );
  });
  return folder;
}
