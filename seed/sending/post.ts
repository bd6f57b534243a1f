import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Refused, reasonIn } from './refused.ts';

/** Sends a body as it is generated, no faster than the other side reads, and returns the answer's body. */
export async function send(
  method: 'PUT' | 'POST',
  url: URL,
  { type, key }: { type: string; key: string | undefined },
  chunks: Iterable<string>,
): Promise<string> {
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    method,
    headers: { 'content-type': type, accept: 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
  });
  // A refusal may come before the whole body is through; then it counts, not the write that broke off.
  const [answer] = await Promise.allSettled([answerTo(request), pipeline(Readable.from(chunks), request)]);
  if (answer.status === 'rejected') throw withRemedy(url, answer.reason as Error);
  const { status, body } = answer.value;
  if (status < 200 || status > 299) {
    throw new Refused(`${method} ${url.pathname} was refused with ${status}: ${reasonIn(body)}`);
  }
  return body;
}

async function answerTo(request: ClientRequest): Promise<{ status: number; body: string }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
    request.once('close', () => reject(Object.assign(new Error('connection closed'), { code: 'ECONNRESET' })));
  });
  return { status: response.statusCode ?? 0, body: await text(response) };
}

/** A broken connection as a sentence for the person who started the seed; anything else is a bug and stays what it is. */
function withRemedy(url: URL, error: Error): Error {
  if (!('code' in error)) return error;
  if (error.code === 'ECONNREFUSED' || error.code === 'ENOTFOUND') {
    return new Refused(
      `Nothing answers at ${url.origin}. Start Bedside with npm start, or give its address with --url.`,
    );
  }
  return new Refused(
    `${url.origin} stopped answering (${error.message}). Run the seed again: what is there already stays as it is.`,
  );
}
