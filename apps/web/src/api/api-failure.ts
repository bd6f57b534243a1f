/** Why the API gave no answer, in the words it gave; `status` 0 means that it could not be reached. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';

  constructor(
    readonly status: number,
    readonly messages: readonly string[],
    /** A code for what is wrong, where pages have words of their own for it. */
    readonly reason: string | null = null,
    /** Seconds to wait before asking again; null where it does not matter. */
    readonly waitSeconds: number | null = null,
  ) {
    super(messages.join(' · '));
  }

  /** True when asking again cannot help: the request itself was refused. */
  get refused(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 429;
  }
}

/** Reads Nest's error body `{ statusCode, message, error }`, whose message is a text or a list of texts. */
export function apiFailureOf(status: number, body: unknown): ApiFailure {
  const fields: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {};
  const { message, reason, waitSeconds } = fields;
  const messages = Array.isArray(message) ? message : [message];
  return new ApiFailure(
    status,
    messages.filter((text): text is string => typeof text === 'string' && text !== ''),
    typeof reason === 'string' ? reason : null,
    typeof waitSeconds === 'number' ? waitSeconds : null,
  );
}
