import type { FastifyReply, FastifyRequest } from 'fastify';
import { REQUEST_SECONDS } from './identity-requests.ts';

/** What a browser is given on its way to the provider and back; no script reads it, no other site can use it. */
interface OwnCookie {
  read(request: FastifyRequest): string | undefined;
  set(request: FastifyRequest, reply: FastifyReply, text: string): void;
  clear(request: FastifyRequest, reply: FastifyReply): void;
}

/** `lax`, because people come back from the provider's pages. */
function ownCookie(name: string, maxAge?: number): OwnCookie {
  const nameFor = ({ protocol }: FastifyRequest): string => (protocol === 'https' ? `__Host-${name}` : name);
  const place = ({ protocol }: FastifyRequest) => ({ path: '/', secure: protocol === 'https' });
  return {
    read: (request) => request.cookies[nameFor(request)],
    set: (request, reply, text) =>
      void reply.setCookie(nameFor(request), text, {
        ...{ ...place(request), httpOnly: true, sameSite: 'lax' },
        ...(maxAge !== undefined && { maxAge }),
      }),
    clear: (request, reply) => void reply.clearCookie(nameFor(request), place(request)),
  };
}

/** What ties a request at the provider to the browser that began it. */
export const REQUEST_COOKIE = ownCookie('bedside_identity', REQUEST_SECONDS);

/** Says that somebody was let in by the provider, and so may want to be signed out there as well. */
export const CAME_BY_PROVIDER = ownCookie('bedside_came_by_provider');
