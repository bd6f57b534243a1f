import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Clock } from '../../../apps/api/src/clock/clock.ts';
import { deliver, standardHeaders } from '../../webhooks/signed-sender.ts';
import { barriersOn } from './barriers.ts';
import { type Hospital, openHospital } from './hospital.ts';

const PATH = '/administration/sources/survey-tool';
const ROW = { externalId: 'delivered-1', department: 'ward-4b', respondedAt: '2026-11-12T09:00:00Z', csat: 5 };

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
  // What is delivered has to be signed just now, by whatever clock a sender goes by.
  jest.spyOn(hospital.app.app.get(Clock), 'now').mockImplementation(() => Date.now());
}, 120_000);
afterEach(async () => {
  expect(hospital.troubles()).toEqual([]);
  await hospital.empty();
});
afterAll(() => hospital.close());

describe('a webhook of a source', () => {
  it('is made, delivered to, given another secret, and shows what came and what was turned away', async () => {
    const page = await hospital.visit(PATH);
    await page.getByRole('button', { name: 'New webhook' }).click();
    await page.getByLabel('What delivers').fill('The survey tool itself');
    await page.getByRole('dialog').getByRole('button', { name: 'New webhook' }).click();
    const secret = (await page.getByLabel('Secret', { exact: true }).textContent()) ?? '';
    const address = (await page.getByRole('dialog').getByLabel('Address to deliver to').textContent()) ?? '';
    const example = (await page.getByLabel('Signing and delivering from a terminal').textContent()) ?? '';
    expect(secret).toMatch(/^whsec_/);
    const path = new URL(address).pathname;
    const body = JSON.stringify([ROW]);
    expect((await deliver(hospital.app, path, body, standardHeaders(body, { secret }))).statusCode).toBe(200);
    expect((await deliver(hospital.app, path, body, {})).statusCode).toBe(401);
    // As it is shown, so that whoever pastes it into a terminal is understood.
    const { stdout } = await promisify(execFile)('sh', ['-c', example.replace('"CODE"', '"ward-4b"')]);
    expect(JSON.parse(stdout)).toMatchObject({ state: 'taken', accepted: 1 });

    await page.getByRole('button', { name: 'Close' }).last().click();
    await page.reload();
    await page.getByText('1 new, 0 changed, 0 as before, 0 set aside').first().waitFor();
    await page.getByText('Not signed as it should be').waitFor();
    expect(await page.content()).not.toContain(secret);
    expect(await barriersOn(page)).toEqual([]);

    await page.getByRole('button', { name: 'New secret' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
    const renewed = (await page.getByLabel('Secret', { exact: true }).textContent()) ?? '';
    expect(renewed).not.toBe(secret);
    for (const one of [secret, renewed]) {
      expect((await deliver(hospital.app, path, body, standardHeaders(body, { secret: one }))).statusCode).toBe(200);
    }
  }, 90_000);
});
