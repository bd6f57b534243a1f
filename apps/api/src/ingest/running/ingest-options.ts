import type { IngestTally } from './ingest-tally.ts';

/** How an import is to be run. */
export interface IngestOptions {
  onProgress?(rowsRead: number): void;
  /** Sets up departments that rows name and nobody knows, at this site or the one a row names. */
  createDepartments?: {
    site: string | null;
    /** Only those of these names; all of them when left out. */
    names?: readonly string[];
  };
  /** Reads and checks everything, stores nothing: the counts tell what would happen. */
  dryRun?: boolean;
  /** The import these rows are the rest of: what an earlier run of it committed is not stored again. Given as a new id, it begins one. */
  importId?: string;
  /** When the rows came, where that was not just now; never in the future. */
  deliveredAt?: number;
  signal?: AbortSignal;
  /** Asked where it broke off: true where another process goes on with it, so that its record stays open. */
  goesOn?(): boolean;
  /** Who holds the import: nothing of it is stored once somebody else does. */
  holder?: string;
  /** Adds up what becomes of the rows, for whoever wants to look meanwhile. */
  tally?: IngestTally;
  /** Connections it writes with at most; two when left out, one where they are few. */
  writers?: number;
  /** Rows a transaction; as many as are quickest when left out. */
  batchRows?: number;
}
