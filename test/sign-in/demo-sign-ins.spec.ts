import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Doors } from '../../apps/api/src/sign-in/first-start/doors.ts';
import { type TestApp, openTestApp } from '../app/test-app.ts';
import { hashOnce, sql } from './people.ts';
import { openVisitingBrowser } from './visiting-browser.ts';

let app: TestApp;
let folder: string;
let file: string;

beforeEach(async () => {
  app = await openTestApp();
  await describeHospital(true);
  folder = mkdtempSync(join(tmpdir(), 'bedside-doors-'));
  file = join(folder, 'demo-sign-ins.json');
});

afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

async function describeHospital(demo: boolean): Promise<void> {
  const departments = [
    { code: 'ward-4b', name: 'Ward 4B' },
    { code: 'billing-office', name: 'Billing Office' },
  ];
  const site = { code: 'main', name: 'Main', timeZone: 'Europe/Vilnius', departments };
  const payload = { name: 'St. Test', timeZone: 'Europe/Vilnius', demo, sites: [site] };
  const answer = await app.inject({ method: 'PUT', url: '/api/v1/organisation/structure', payload });
  expect(answer.statusCode).toBe(200);
}

const doors = () => app.app.get(Doors).describe(file);

/** Email to password, as printed. */
function printed(lines: readonly string[]): Record<string, string> {
  const found = lines.map((line) => /(\S+@\S+)\s+(\S.*)$/.exec(line)).filter((match) => match !== null);
  return Object.fromEntries(found.map(([, email = '', password = '']) => [email, password]));
}

it('prints one sign-in a role, which work, and the same at the next start', async () => {
  const first = await doors();
  expect(first.slice(1).map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
    ...['administrator', 'quality manager', 'department head', 'staff', 'auditor'],
  ]);
  for (const [email, password] of Object.entries(printed(first))) {
    const browser = openVisitingBrowser(app);
    expect(await browser.send('POST', 'session', { email, password })).toMatchObject({ status: 200 });
    const { body } = await browser.send<{ role: string; departments: string[] }>('GET', 'session');
    const departments = { staff: ['billing-office'], 'department-head': ['ward-4b'] };
    expect(body.departments).toEqual(departments[body.role as keyof typeof departments] ?? []);
  }
  expect(await doors()).toEqual(first);
  expect(statSync(file).mode & 0o077).toBe(0);
});

it('prints other passwords on another machine, and a lost file is made anew', async () => {
  const first = printed(await doors());
  rmSync(file);
  const second = printed(await doors());
  for (const [email, password] of Object.entries(second)) expect(password).not.toBe(first[email]);
  const [email = '', password] = Object.entries(second)[0] ?? [];
  expect(await openVisitingBrowser(app).send('POST', 'session', { email, password })).toMatchObject({ status: 200 });
  expect(readFileSync(file, 'utf8')).not.toContain(first[email] ?? '');
});

it('leaves alone what somebody has changed', async () => {
  await doors();
  await sql(app, `update account set password_hash = $1 where email = 'auditor@demo.example'`, [
    await hashOnce('my own long password'),
  ]);
  await sql(app, `update account set disabled_at = now() where email = 'ward@demo.example'`);
  const lines = (await doors()).join('\n');
  expect(lines).toMatch(/auditor@demo\.example\s+\(its password was changed\)/);
  expect(lines).not.toContain('ward@demo.example');
});

it('shuts them at once when the data is no longer the demo’s, and tells of a link instead', async () => {
  const passwords = printed(await doors());
  const email = 'administrator@demo.example';
  const password = passwords[email];
  const browser = openVisitingBrowser(app);
  await browser.send('POST', 'session', { email, password });
  expect(await browser.send('GET', 'session')).toMatchObject({ status: 200 });
  await describeHospital(false);
  expect(await browser.send('GET', 'session')).toMatchObject({ status: 401 });
  expect(await openVisitingBrowser(app).send('POST', 'session', { email, password })).toMatchObject({ status: 401 });
  expect((await doors()).join('\n')).toMatch(/\/first-administrator#[\w-]+$/);
  const open = await sql(app, 'select 1 from account where demo and disabled_at is null');
  expect(open).toEqual([]);
});
