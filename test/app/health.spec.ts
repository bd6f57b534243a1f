import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Readiness } from '../../apps/api/src/health/readiness.ts';
import { type TestApp, openTestApp } from './test-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
});

afterAll(async () => {
  await app.close();
});

const statusOf = async (url: string): Promise<number> => (await app.inject({ method: 'GET', url })).statusCode;

it('lives and is ready', async () => {
  expect(await statusOf('/health/live')).toBe(200);
  expect(await statusOf('/health/ready')).toBe(200);
});

it('answers over a socket too', async () => {
  expect((await fetch(`${app.url}/health/ready`)).status).toBe(200);
});

it('is no longer ready, but alive, once asked to stop', async () => {
  app.app.get(Readiness).refuse();
  expect(await statusOf('/health/ready')).toBe(503);
  expect(await statusOf('/health/live')).toBe(200);
});
