import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import type { TestApp } from '../app/test-app.ts';
import { openDemoApp } from './demo-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await openDemoApp();
});

afterAll(async () => {
  await app.close();
});

const get = async (path: string) => (await app.inject({ method: 'GET', url: `/api/v1/${path}` })).json();

it('stands still on a Wednesday', async () => {
  expect(await get('organisation')).toMatchObject({ name: 'Lakeside Health', demo: true, today: '2026-11-18' });
});

it('has a queue with something in every view', async () => {
  const { counts } = await get('complaints?limit=1');
  for (const view of ['open', 'overdue', 'dueSoon', 'closed']) expect(counts[view]).toBeGreaterThan(0);
});

it('counts what the network sent, to the last row', async () => {
  expect(await verifyRollups(app.database, { organisationId: HOME_ORGANISATION_ID, departmentIds: 'all' })).toEqual([]);
});
