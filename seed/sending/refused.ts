/** The network could not be sent; the message says why and what to do, in one or two sentences. */
export class Refused extends Error {}

/** The reason in an error body of the API: its message, one or several; the body itself where it has another shape. */
export function reasonIn(body: string): string {
  try {
    const { message } = JSON.parse(body) as { message?: string | string[] };
    return message === undefined ? body.slice(0, 500) : [message].flat().join('; ');
  } catch {
    return body.slice(0, 500);
  }
}
