const RETRYABLE_STATES = new Set([
  '40001', // serialization failure
  '40P01', // deadlock detected
  '57P01', // the server is shutting down
  '57P02', // the server crashed
  '57P03', // the server is starting
  '08006', // connection failure
  '08003', // connection does not exist
]);

const RETRYABLE_SYSTEM_ERRORS = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT']);

/** True for failures that say nothing about the work itself: a lost race, a lost connection, a restarting server. */
export function retryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: string };
  if (code !== undefined) return RETRYABLE_STATES.has(code) || RETRYABLE_SYSTEM_ERRORS.has(code);
  return /Connection terminated|server closed the connection/i.test(error.message);
}
