import { keptKey } from '../../embedded-postgres/kept-key.ts';
import { SettingTrouble } from '../../serving/setting-trouble.ts';
import { type SecretKeys, newSecretKey, readSecretKeys } from './secret-keys.ts';

const KEY_FILE = 'secret-key.txt';

/**
 * What seals the secrets of second factors here: BEDSIDE_SECRET_KEY; without it, where Bedside keeps its own database, a
 * file in the data folder, beside the database and not in it. Undefined for a database of the operator's own without a
 * key: several processes must have the same one, so none of them makes it up.
 */
export async function installationSecretKeys(
  folder: string,
  environment = process.env,
): Promise<SecretKeys | undefined> {
  if (!environment.BEDSIDE_SECRET_KEY && environment.DATABASE_URL) return undefined;
  const given = environment.BEDSIDE_SECRET_KEY;
  const keys = readSecretKeys(given || (await keptKey(folder, KEY_FILE, newSecretKey)));
  if (keys === undefined) throw new SettingTrouble(given ? NO_KEY : `${KEY_FILE} in ${folder} ${NO_KEY_KEPT}`);
  return keys;
}

/** What the start says where there is no key. */
export const NO_SECRET_KEY =
  'Nobody can have a second factor yet: there is no key to keep their secrets with. Make one with: openssl rand -base64 32, and give it to every process as BEDSIDE_SECRET_KEY.';

const NO_KEY =
  'BEDSIDE_SECRET_KEY must be 32 bytes in base64. Make them with: openssl rand -base64 32 (an earlier key may follow, after a comma).';
const NO_KEY_KEPT = 'does not hold a key: bring it back from a backup, or move it away, and a start makes a new one.';
