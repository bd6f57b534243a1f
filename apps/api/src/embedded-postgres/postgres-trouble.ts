/** Why the embedded database cannot run, as one sentence with its remedy; shown to the operator as it is. */
export class PostgresTrouble extends Error {
  override name = 'PostgresTrouble';
}

/** A living Bedside, perhaps one that is just starting, has the database. */
export class DatabaseInUse extends PostgresTrouble {}

/** Turns what the system or Postgres said about a folder into a sentence an operator can act on. */
export function troubleWith(folder: string, cause: unknown): PostgresTrouble {
  if (cause instanceof PostgresTrouble) return cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  if (/lock file "postmaster.pid" already exists/.test(said)) {
    return new DatabaseInUse(
      `Another Bedside command is using the database in ${folder}. Wait until it has ended, then start again.`,
    );
  }
  const reason = REASONS.find(({ sign }) => sign.test(said));
  return new PostgresTrouble(
    reason?.sentence(folder) ?? `The database in ${folder} did not start: ${lastLineOf(said)}`,
    {
      cause,
    },
  );
}

const REASONS: readonly { sign: RegExp; sentence: (folder: string) => string }[] = [
  {
    sign: /ENOSPC|EDQUOT|No space left on device|quota exceeded/i,
    sentence: (folder) => `The disk that holds ${folder} is full. Free some space and start again.`,
  },
  {
    sign: /EROFS|Read-only file system/i,
    sentence: (folder) =>
      `The disk that holds ${folder} is read-only. Put Bedside on a writable disk, or name a writable folder in BEDSIDE_DATA_DIR.`,
  },
  {
    sign: /EACCES|EPERM|Permission denied|has wrong ownership/i,
    sentence: (folder) =>
      `The folder ${folder} may not be used by this user. Start Bedside as the user who owns it, or name another folder in BEDSIDE_DATA_DIR.`,
  },
  {
    sign: /error while loading shared libraries: (\S+)/,
    sentence: () =>
      'The embedded Postgres lacks a system library. Install libstdc++6 (Debian: apt-get install libstdc++6), or set DATABASE_URL to a Postgres of your own.',
  },
  {
    sign: /database files are incompatible|initialized by PostgreSQL version/i,
    sentence: (folder) =>
      `The database in ${folder} was made by another version of Postgres. Start it with the Bedside version that made it, or set BEDSIDE_DATA_DIR to a new folder.`,
  },
];

function lastLineOf(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const fatal = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return fatal.replace(/^.*?(FATAL|PANIC|error):\s+/, '').trim();
}
