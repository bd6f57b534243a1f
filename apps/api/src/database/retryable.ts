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

/** Classes of SQLSTATE that speak of the server: out of reach, out of means, interrupted, or at odds with its disk. */
const SERVER_TROUBLE = /^(?:08|53|57|58)/;
const OUT_OF_REACH = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTDOWN']);

/** True for failures that say nothing about the work itself: a lost race, a lost connection, a restarting server. */
export function retryable(error: unknown): boolean {
  const { code, message } = told(error);
  if (code !== undefined) return RETRYABLE_STATES.has(code) || RETRYABLE_SYSTEM_ERRORS.has(code);
  // TypeORM lets go of a connection the moment it breaks; whoever was about to use it is told only that it is gone.
  return /Connection terminated|server closed the connection|is not queryable|runner already released/i.test(message);
}

/**
 * True where the sender can only wait and try again: what is retryable, and a server that is full, too slow, out of
 * reach, or has no connection to spare. Running the work again at once would make these worse.
 */
export function unavailable(error: unknown): boolean {
  if (retryable(error)) return true;
  const { code, message } = told(error);
  if (code !== undefined) return SERVER_TROUBLE.test(code) || OUT_OF_REACH.has(code);
  return /^timeout exceeded when trying to connect$/.test(message);
}

/** What an error tells of itself; not by its class, because one from another realm has a class of its own. */
function told(error: unknown): { code: string | undefined; message: string } {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  return {
    code: typeof code === 'string' ? code : undefined,
    message: typeof message === 'string' ? message : '',
  };
}
