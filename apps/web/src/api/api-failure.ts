/** Why the API gave no answer, in the words it gave; `status` 0 means that it could not be reached. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';

  constructor(
    readonly status: number,
    readonly messages: readonly string[],
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
  const message: unknown = typeof body === 'object' && body !== null && 'message' in body ? body.message : undefined;
  const messages = Array.isArray(message) ? message : [message];
  return new ApiFailure(
    status,
    messages.filter((text): text is string => typeof text === 'string' && text !== ''),
  );
}
