import type { Mapping } from '../ingest/mapping/mapping.ts';

/** How a file is read, besides what its bytes say: kept with the import, and with the source for its next file. */
export interface ReadAs {
  format?: string;
  encoding?: string;
  delimiter?: string;
  sheet?: string;
  unfinished?: boolean;
  mapping?: Mapping;
}
