import { createServer } from 'node:net';
import type { EmbeddedPostgres } from '../../apps/api/src/embedded-postgres/embedded-postgres.ts';
import { startTestServer } from './test-server.ts';
import { keepForTeardown } from './global-teardown.ts';

/** Offers one Postgres to the whole run. It starts when the first test asks, so that runs without a database pay nothing. */
export default async function offerPostgres(): Promise<void> {
  let postgres: Promise<EmbeddedPostgres> | undefined;
  const desk = createServer((socket) => {
    socket.on('error', () => undefined);
    postgres ??= startTestServer();
    postgres.then(
      ({ address }) => socket.end(JSON.stringify(address)),
      (error: Error) => socket.end(JSON.stringify({ trouble: error.message })),
    );
  });
  await new Promise<void>((listening) => desk.listen(0, '127.0.0.1', listening));
  desk.unref();
  const address = desk.address();
  if (address === null || typeof address === 'string') throw new Error('the test database has no port to be asked at');
  process.env.BEDSIDE_TEST_POSTGRES_PORT = String(address.port);
  keepForTeardown(async () => {
    desk.close();
    await (await postgres?.catch(() => undefined))?.stop();
  });
}
