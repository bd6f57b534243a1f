import 'reflect-metadata';
import { HOME_ORGANISATION_ID, wholeOf } from './access/access.ts';
import { installationKey } from './audit/installation-key.ts';
import { commandLineActor } from './commands/command-line-actor.ts';
import { runBedside } from './commands/bedside-program.ts';
import { firstLine } from './commands/read-line.ts';
import { applicationDataSource } from './database/data-source.ts';
import { Database } from './database/database.ts';
import { dataFolder } from './embedded-postgres/data-folder.ts';
import { withDatabase } from './embedded-postgres/with-database.ts';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());

const note = (text: string): void => void process.stderr.write(`${text}\n`);

process.exitCode = await runBedside(process.argv.slice(2), {
  onDatabase: (work) =>
    withDatabase(async (address) => {
      const dataSource = await applicationDataSource(address).initialize();
      try {
        const database = new Database(dataSource, await installationKey(dataFolder()));
        return await work(database, wholeOf(HOME_ORGANISATION_ID, commandLineActor()));
      } finally {
        await dataSource.destroy();
      }
    }, note),
  print: (text) => void process.stdout.write(`${text}\n`),
  note,
  readLine: (prompt) => {
    if (process.stdin.isTTY) process.stderr.write(prompt);
    return firstLine(process.stdin);
  },
  dataFolder: dataFolder(),
  progressStream: process.stderr.isTTY ? process.stderr : undefined,
  signal: stopping.signal,
  status: 0,
});
