import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { createApp } from '../../apps/api/src/create-app.ts';
import type { DatabaseAddress } from '../../apps/api/src/database/data-source.ts';
import { migrate } from '../../apps/api/src/database/migrate.ts';
import { FEEDS } from '../../seed/sending/feeds.ts';
import { sendNetwork } from '../../seed/sending/send-network.ts';
import { spanUntil } from '../../seed/time/span.ts';
import { type TestApp, openTestApp } from '../app/test-app.ts';

/** The instant at which the demo network stands still: a Wednesday noon, so that the week before it is whole. */
const NOW_MS = Date.parse('2026-11-18T05:00:00Z');
/** Enough weeks for the run-up of every panel and enough rows for the planted stories to show, sent in a few seconds. */
const WEEKS = 30;
const SCALE = 0.15;
const WEB = join(import.meta.dirname, '..', '..', 'dist', 'web');

/** The app with its pages over the demo network, sent in once a run through ingest and copied for each test file. */
export async function openDemoApp(): Promise<TestApp> {
  if (!existsSync(join(WEB, 'index.html'))) throw new Error('dist/web is not built: run npm test, which builds it');
  const app = await openTestApp({ webFolder: WEB, template: { name: 'bedside_demo', fill: sendDemo } });
  stopClock(app.app);
  return app;
}

async function sendDemo(address: DatabaseAddress): Promise<void> {
  await migrate(address);
  const setUpKey = randomUUID();
  const app = await createApp({ address, setUpKey });
  stopClock(app);
  await app.listen(0, '127.0.0.1');
  const base = new URL(`${(await app.getUrl()).replace('[::1]', '127.0.0.1')}/`);
  const quiet = { show: () => undefined, stop: () => undefined };
  const whole = spanUntil(undefined, NOW_MS);
  const span = { ...whole, firstDay: whole.lastMonday - 7 * WEEKS };
  await sendNetwork({ base, key: setUpKey }, FEEDS, { span, scale: SCALE }, quiet);
  await app.close();
}

function stopClock(app: NestFastifyApplication): void {
  jest.spyOn(app.get(Clock), 'now').mockReturnValue(NOW_MS);
}
