import { STRUCTURE } from '../ingest/lakeside.ts';
import type { Installation } from './installation.ts';

/** Describes two hospitals and answers with what an administrator's browser sends along. */
export async function setUp({ url, firstLink }: Installation): Promise<Record<string, string>> {
  const token = (await firstLink()).split('#')[1];
  const first = { token, name: 'Rasa', email: 'rasa@hospital.example', password: 'four blue herons' };
  const answer = await send('POST', `${url}/api/v1/links/first-administrator`, first);
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0]);
  const headers = { cookie: cookie.join('; '), 'sec-fetch-site': 'same-origin' };
  await send('PUT', `${url}/api/v1/organisation/structure`, STRUCTURE, headers);
  return headers;
}

async function send(method: string, url: string, body: object, headers: Record<string, string> = {}) {
  const answer = await fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 200) throw new Error(`${url} was refused: ${answer.status} ${await answer.text()}`);
  return answer;
}
