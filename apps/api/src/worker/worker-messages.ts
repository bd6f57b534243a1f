import type { DatabaseAddress } from '../database/data-source.ts';
import type { HeldJob } from '../jobs/jobs.ts';

/** What a worker is told when it begins. */
export interface WorkerStart {
  address: DatabaseAddress;
  uploadsFolder: string;
}

/** What a worker tells: the jobs it is doing now, so that they are given to another at once should it die. */
export interface WorkerNews {
  holds: readonly HeldJob[];
}
