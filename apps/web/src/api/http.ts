import createClient from 'openapi-fetch';
import { ApiFailure, apiFailureOf } from './api-failure.ts';
import type { paths } from './schema.gen.ts';

/** The API by its own description. */
export const http = createClient<paths>();

type Request<Body> = Promise<{ data?: Body; error?: unknown; response: Response }>;

/** The answer itself, or an ApiFailure with the API's own words. */
export async function answerOf<Body>(request: Request<Body>): Promise<Body> {
  const { data, error, response } = await request.catch(unreachable);
  if (data === undefined || !response.ok) throw apiFailureOf(response.status, error);
  return data;
}

/** Waits for what is answered without a word, or throws as above. */
export async function doneOf(request: Request<unknown>): Promise<void> {
  const { error, response } = await request.catch(unreachable);
  if (!response.ok) throw apiFailureOf(response.status, error);
}

function unreachable(): never {
  throw new ApiFailure(0, []);
}
