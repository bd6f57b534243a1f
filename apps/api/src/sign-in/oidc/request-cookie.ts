import type { FastifyReply, FastifyRequest } from 'fastify';
import { REQUEST_SECONDS } from './identity-requests.ts';

const nameFor = ({ protocol }: FastifyRequest): string =>
  protocol === 'https' ? '__Host-bedside_identity' : 'bedside_identity';

/** What ties a request at the provider to the browser that began it. */
export const requestCookie = (request: FastifyRequest): string | undefined => request.cookies[nameFor(request)];

/** `lax`, because people come back from the provider's pages. */
export function setRequestCookie(request: FastifyRequest, reply: FastifyReply, text: string): void {
  void reply.setCookie(nameFor(request), text, {
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    path: '/',
    maxAge: REQUEST_SECONDS,
  });
}

export function clearRequestCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(nameFor(request), { path: '/', secure: request.protocol === 'https' });
}
