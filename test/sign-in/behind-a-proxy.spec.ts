import { afterEach, expect, it } from '@jest/globals';
import { type TestApp, openTestApp } from '../app/test-app.ts';
import { PASSWORD, addPerson, sql } from './people.ts';

let app: TestApp;

afterEach(() => app.close());

async function signInThroughProxy(email: string) {
  const answer = await app.app.inject({
    ...{ method: 'POST', url: '/api/v1/session', remoteAddress: '10.0.0.5', payload: { email, password: PASSWORD } },
    headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' },
  });
  const [session] = await sql<{ address: string }>(app, `select address from session where agent like 'light%'`);
  return { cookies: answer.cookies, address: session?.address };
}

it('takes the word of a proxy it was told of: secure cookies bound to this host, and the address people come from', async () => {
  app = await openTestApp({ trustProxy: ['10.0.0.0/24'] });
  const { cookies, address } = await signInThroughProxy((await addPerson(app)).email);
  expect(cookies.map(({ name, secure }) => [name, secure])).toEqual([
    ['__Host-bedside_session', true],
    ['__Host-bedside_device', true],
  ]);
  expect(address).toBe('203.0.113.9');
});

it('takes nobody else’s', async () => {
  app = await openTestApp({ trustProxy: ['10.0.1.0/24'] });
  const { cookies, address } = await signInThroughProxy((await addPerson(app)).email);
  expect(cookies.map(({ name }) => name)).toEqual(['bedside_session', 'bedside_device']);
  expect(address).toBe('10.0.0.5');
});
