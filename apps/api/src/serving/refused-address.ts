import type { FastifyReply, FastifyRequest } from 'fastify';

/** What cannot even be read as an address; it is not repeated, because it may hold a patient's identifier. */
export function refuseAddress(error: { statusCode?: number }, _request: FastifyRequest, reply: FastifyReply): void {
  const { statusCode = 400 } = error;
  const message =
    statusCode === 414
      ? 'The address is too long.'
      : 'The address is not well formed: a percent sign in it is written %25, a slash in an id %2F.';
  void reply
    .status(statusCode)
    .send({ statusCode, message, error: statusCode === 414 ? 'URI Too Long' : 'Bad Request' });
}
