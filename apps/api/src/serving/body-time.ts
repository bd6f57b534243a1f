import type { FastifyRequest } from 'fastify';

const TOO_SLOW = {
  statusCode: 408,
  message: 'The body did not arrive in time: send it again.',
  error: 'Request Timeout',
};

const ANSWER =
  'HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncache-control: no-store\r\ncontent-type: application/json\r\n\r\n' +
  JSON.stringify(TOO_SLOW);

/** Cuts off whoever holds a connection by sending a body a letter at a time: all of it has to be here in time. */
export function giveBodyTime({ raw, headers }: FastifyRequest, withinMs: number): void {
  if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return;
  const timer = setTimeout(() => {
    if (raw.complete === false) raw.socket.end(ANSWER, () => raw.socket.destroy());
  }, withinMs).unref();
  raw.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
}
