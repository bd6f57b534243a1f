import { expect, it } from '@jest/globals';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Pool } from 'pg';
import { bearErrors } from './data-source.ts';

const message = (type: string, body: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), size, body]);
};

/** A server that lets a client in and is gone in the same breath, as one that is killed just then. */
const WELCOME_AND_GONE = Buffer.concat([
  message('R', Buffer.alloc(4)),
  message('Z', Buffer.from('I')),
  message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0')),
]);

it('a connection that breaks as it opens is told to whoever uses it, and ends nothing else', async () => {
  const server = createServer((socket: Socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(WELCOME_AND_GONE));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const options = { host: '127.0.0.1', port, user: 'anybody', ssl: false, onConnect: bearErrors };
  const pool = new Pool(options);
  pool.on('error', () => undefined);
  try {
    const client = await pool.connect();
    await expect(client.query('select 1')).rejects.toThrow(/terminated|postmaster|not queryable/);
    client.release(true);
  } finally {
    await pool.end();
    server.close();
  }
});
