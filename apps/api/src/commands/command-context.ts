import type { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';

/** What a command works with: the installation's database, a terminal, and the exit status it ends with. */
export interface CommandContext {
  /** Runs work on the database of the installation, started for it if it is not running. */
  onDatabase<Result>(work: (database: Database, scope: Scope) => Promise<Result>): Promise<Result>;
  /** Results, which a program may read. */
  print(text: string): void;
  /** What the operator should know meanwhile; never part of the result. */
  note(text: string): void;
  /** Where the installation keeps what is its own: also how far its audit trail was verified last. */
  dataFolder: string;
  /** A line of the standard input: for what must stand neither in a list of processes nor in a history of commands. */
  readLine(prompt: string): Promise<string>;
  /** Where a progress bar may be drawn; undefined where nobody is watching. */
  progressStream?: NodeJS.WriteStream;
  /** Raised when the operator asks to stop. */
  signal: AbortSignal;
  /** 0 all is well · 1 failed · 2 done, but rows were kept aside. */
  status: 0 | 1 | 2;
}
