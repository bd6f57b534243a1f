import { migrate } from '../database/migrate.ts';
import type { DatabaseAddress } from '../database/data-source.ts';
import { dataFolder } from './data-folder.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { namedAddress } from './named-address.ts';
import { troubleWithAddress } from './database-trouble.ts';

export interface OpenDatabase {
  address: DatabaseAddress;
  /** True for the embedded one, which nobody else works with as long as this process does. */
  isOwn: boolean;
  /** Stops the embedded database; a database of the operator's own is left alone. */
  close(): Promise<void>;
}

/** The database of this process, migrated: the one DATABASE_URL names, else the embedded one, started here. */
export async function openDatabase(
  say: (line: string) => void,
  predecessorStopsWithinMs?: number,
): Promise<OpenDatabase> {
  const named = namedAddress();
  if (named !== null) {
    try {
      await migrate(named);
    } catch (error) {
      throw troubleWithAddress(named.ownerUrl, error);
    }
    return { address: named, isOwn: false, close: async () => undefined };
  }
  const postgres = await startEmbeddedPostgres({ dataFolder: dataFolder(), say, predecessorStopsWithinMs });
  try {
    await migrate(postgres.address);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return { address: postgres.address, isOwn: true, close: postgres.stop };
}
