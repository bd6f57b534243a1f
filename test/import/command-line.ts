import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataSource } from 'typeorm';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { newAuditKeyPem, readAuditKey } from '../../apps/api/src/audit/audit-key.ts';
import { runBedside } from '../../apps/api/src/commands/bedside-program.ts';
import { applicationDataSource } from '../../apps/api/src/database/data-source.ts';
import { Database } from '../../apps/api/src/database/database.ts';
import { type TestDatabase, openTestDatabase } from '../postgres/test-database.ts';

/** What a command line left behind: its exit status, its result, and what it told the operator meanwhile. */
export interface Ended {
  status: number;
  printed: string;
  noted: string;
}

/** The command line on an empty database of its own. */
export interface CommandLine {
  run(...args: string[]): Promise<Ended>;
  /** Runs a command with a line on its standard input. */
  runWith(line: string, ...args: string[]): Promise<Ended>;
  /** Runs a command that the operator has asked to stop before it began. */
  runStopped(...args: string[]): Promise<Ended>;
  /** What it keeps outside of the database. */
  dataFolder: string;
  /** The way to the data its commands use. */
  database: Database;
  /** Asks the database, as its owner. */
  ask<Row>(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

export async function openCommandLine(): Promise<CommandLine> {
  const testDatabase: TestDatabase = await openTestDatabase();
  const { address } = testDatabase;
  const application = await applicationDataSource(address).initialize();
  const owner = await new DataSource({ type: 'postgres', url: address.ownerUrl }).initialize();
  const dataFolder = await mkdtemp(join(tmpdir(), 'bedside-command-'));
  const database = new Database(application, readAuditKey(newAuditKeyPem()));
  const run = async (args: string[], signal: AbortSignal, line = ''): Promise<Ended> => {
    const printed: string[] = [];
    const noted: string[] = [];
    const status = await runBedside(args, {
      onDatabase: (work) => work(database, HOME_SCOPE),
      print: (text) => void printed.push(text),
      note: (text) => void noted.push(text),
      readLine: () => Promise.resolve(line),
      dataFolder,
      signal,
      status: 0,
    });
    return { status, printed: printed.join('\n'), noted: noted.join('\n') };
  };
  return {
    run: (...args) => run(args, new AbortController().signal),
    runWith: (line, ...args) => run(args, new AbortController().signal, line),
    runStopped: (...args) => run(args, AbortSignal.abort()),
    dataFolder,
    database,
    ask: (sql) => owner.query(sql),
    close: async () => {
      await rm(dataFolder, { recursive: true });
      await application.destroy();
      await owner.destroy();
      await testDatabase.close();
    },
  };
}

/** Where a fixture lies. */
export const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
