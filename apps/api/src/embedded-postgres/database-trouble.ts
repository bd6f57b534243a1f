import { PostgresTrouble } from './postgres-trouble.ts';

/** Why the database at DATABASE_URL cannot be used, with the remedy; the password is left out of the sentence. */
export function troubleWithAddress(url: string, cause: unknown): Error {
  const code = (cause as { code?: unknown } | null)?.code;
  const said = cause instanceof Error ? cause.message : String(cause);
  const sentence = sentenceFor(typeof code === 'string' ? code : '', said, shown(url));
  if (sentence === null) return cause instanceof Error ? cause : new Error(said);
  return new PostgresTrouble(sentence, { cause });
}

function sentenceFor(code: string, said: string, where: string | null): string | null {
  if (where === null) {
    return 'DATABASE_URL is not an address. Write it like postgres://user:password@host:5432/bedside, or unset it to use the embedded database.';
  }
  if (/^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOST|ENET)/.test(code) || /timeout|Connection terminated/i.test(said)) {
    return `The database at ${where} (DATABASE_URL) does not answer. Start it or correct the address, or unset DATABASE_URL to use the embedded database.`;
  }
  if (code === '28P01' || code === '28000' || /password must be a string|no password/i.test(said)) {
    return `The database at ${where} (DATABASE_URL) refuses this user or password. Correct them in DATABASE_URL.`;
  }
  if (code === '3D000') {
    return `There is no such database at ${where} (DATABASE_URL). Create it with createdb, or correct the name.`;
  }
  if (code === '42501') {
    return `The user of ${where} (DATABASE_URL) may not create what Bedside needs: ${said}. Grant it, or name the owner of the database.`;
  }
  return null;
}

function shown(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
