import { type Launched, eventually } from './launched.ts';

const EMAIL = 'rasa@hospital.example';
const PASSWORD = 'four blue herons';

/** What an administrator's browser sends along. */
export type AdministratorHeaders = Record<string, string>;

/** The link that a start prints while nobody can sign in. */
export async function printedLink(bedside: Launched): Promise<string> {
  const link = () => /^ {2}(http\S+\/first-administrator#\S+)$/m.exec(bedside.said())?.[1];
  await eventually('the link for the first administrator is printed', () => link() !== undefined);
  return link() ?? '';
}

/** Becomes the first administrator by the printed link. */
export async function becomeAdministrator(bedside: Launched): Promise<AdministratorHeaders> {
  const [origin = '', token] = (await printedLink(bedside)).split('/first-administrator#');
  return post(`${origin}/api/v1/links/first-administrator`, {
    ...{ token, name: 'Rasa', email: EMAIL, password: PASSWORD },
  });
}

/** Signs in again as that administrator. */
export const signInAgain = (url: string): Promise<AdministratorHeaders> =>
  post(`${url}/api/v1/session`, { email: EMAIL, password: PASSWORD });

async function post(url: string, body: object): Promise<AdministratorHeaders> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 200) throw new Error(`not let in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0]);
  return { cookie: cookie.join('; '), 'sec-fetch-site': 'same-origin' };
}
