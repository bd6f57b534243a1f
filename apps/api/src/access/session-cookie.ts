import type { FastifyReply, FastifyRequest } from 'fastify';

/** Behind TLS the name itself makes browsers refuse the cookie from anywhere but this host, over TLS. */
const PLAIN = 'bedside_session';
const SECURE = `__Host-${PLAIN}`;

const nameFor = ({ protocol }: FastifyRequest): string => (protocol === 'https' ? SECURE : PLAIN);

/** The session's token as the browser sent it. */
export function sessionCookie(request: FastifyRequest): string | undefined {
  return request.cookies[nameFor(request)];
}

/** Hands the browser a session that no script can read and no other site can use; it lasts until the browser closes. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  void reply.setCookie(nameFor(request), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    path: '/',
  });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(nameFor(request), { path: '/', secure: request.protocol === 'https' });
}
