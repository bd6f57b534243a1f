import type { QueueOptions } from 'pg-boss';

/** What a job of each queue is about: ids alone, never words. */
export interface JobData {
  /** Rows of a file on their way in. */
  import: { organisationId: string; importId: string };
  /** An import on its way out again, and the account of who asked for that. */
  'undo-import': { organisationId: string; importId: string; by: string | null };
  /** Rows that were set aside on their way in again, import after import: complaints before what happened to them. */
  redrive: { organisationId: string; importIds: string[] };
}

export type QueueName = keyof JobData;

/** A worker that has been silent for so long is taken for dead, and what it was doing is given to another. */
const SILENT_SECONDS = 10;

/**
 * What all jobs have in common. One whose worker died is begun again as often as it takes on a machine that keeps losing
 * its power, so whatever a job does is safe to be done again; one that nobody takes waits for years.
 */
const LASTING: QueueOptions = {
  heartbeatSeconds: SILENT_SECONDS,
  retryLimit: 1_000_000,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 10,
  expireInSeconds: 86_400 - 1,
  retentionSeconds: 10 * 366 * 86_400,
  deleteAfterSeconds: 86_400,
};

export const QUEUES: Readonly<Record<QueueName, QueueOptions>> = {
  import: LASTING,
  'undo-import': LASTING,
  redrive: LASTING,
};
