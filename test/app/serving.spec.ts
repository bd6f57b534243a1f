import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestApp, openTestApp } from './test-app.ts';

let app: TestApp;
let webFolder: string;

beforeAll(async () => {
  webFolder = mkdtempSync(join(tmpdir(), 'bedside-web-'));
  mkdirSync(join(webFolder, 'assets'));
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>Bedside</title>');
  writeFileSync(join(webFolder, 'assets', 'index-1a2b.js'), `console.log('${'here '.repeat(1000)}')`);
  app = await openTestApp({ webFolder });
});

afterAll(async () => {
  await app.close();
  rmSync(webFolder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers });

it.each(['/', '/complaints', '/dashboards/weekly-cx?site=riverside', '/complaints/12'])(
  '%s is a page of the app',
  async (url) => {
    const page = await get(url);
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['cache-control']).toBe('no-cache');
  },
);

it.each([
  '/api/v1/nothing',
  '/api',
  '/health/nothing',
  '/assets/gone-1a2b.js',
  '/../package.json',
  '/assets/%2e%2e/%2e%2e/package.json',
])('%s is not', async (url) => {
  expect((await get(url)).statusCode).toBe(404);
});

it('a path that names no route says so without repeating what was asked', async () => {
  expect((await get('/api/v1/complaints-of?patient=Jane')).body).not.toContain('Jane');
});

it('files are kept for ever, and small on the way', async () => {
  const file = await get('/assets/index-1a2b.js', { 'accept-encoding': 'br' });
  expect(file.headers['cache-control']).toContain('immutable');
  expect(file.headers['content-encoding']).toBe('br');
  expect(file.rawPayload.length).toBeLessThan(500);
});

it('pages may load nothing from elsewhere and run nothing inline', async () => {
  const policy = String((await get('/')).headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

it('the documentation’s scripts are as strict', async () => {
  const page = await get('/api/docs');
  expect(page.statusCode).toBe(200);
  expect(String(page.headers['content-security-policy'])).toContain("script-src 'self';");
  expect(page.body).not.toMatch(/<script(?![^>]*src=)[^>]*>|(?:src|href)=['"]https?:/);
  for (const [, file] of page.body.matchAll(/(?:src|href)=['"](\.\/[^'"]+)/g)) {
    expect((await get(`/api/${file}`.replace('/./', '/'))).statusCode).toBe(200);
  }
});
