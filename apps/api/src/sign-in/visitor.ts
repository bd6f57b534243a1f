import { randomBytes } from 'node:crypto';
import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { THE_INSTALLATION } from '../audit/audit.ts';
import { sessionCookie, setSessionCookie } from '../access/session-cookie.ts';
import type { Actor } from '../database/scope.ts';

/** Somebody at the door, before anybody knows who they are. */
export interface Visitor {
  address: string;
  agent: string | null;
  /** The session their browser still has. */
  sessionText: string | undefined;
  /** What their browser was given when somebody signed in with it. */
  deviceText: string | undefined;
}

const DEVICE_KEPT_SECONDS = 180 * 86_400;

const deviceCookieName = ({ protocol }: FastifyRequest): string =>
  protocol === 'https' ? '__Host-bedside_device' : 'bedside_device';

function visitorOf(request: FastifyRequest): Visitor {
  const device = request.cookies[deviceCookieName(request)];
  return {
    address: request.ip,
    agent: request.headers['user-agent'] ?? null,
    sessionText: sessionCookie(request),
    deviceText: device !== undefined && /^[\w-]{43}$/.test(device) ? device : undefined,
  };
}

/** Whoever is at the door, for a controller's argument: `open(@AtTheDoor() visitor: Visitor)`. */
export const AtTheDoor = createParamDecorator((_: unknown, context: ExecutionContext): Visitor =>
  visitorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** What a browser without one is given to be known by; it opens nothing. */
export const newDeviceText = (): string => randomBytes(32).toString('base64url');

function setDeviceCookie(request: FastifyRequest, reply: FastifyReply, deviceText: string): void {
  void reply.setCookie(deviceCookieName(request), deviceText, {
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    path: '/',
    maxAge: DEVICE_KEPT_SECONDS,
  });
}

/** Hands a browser what it is to keep from now on. */
export function keep(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, deviceText }: { token: string; deviceText?: string },
): void {
  setSessionCookie(request, reply, token);
  if (deviceText !== undefined) setDeviceCookie(request, reply, deviceText);
}

/** The installation at work for somebody unknown, for the audit trail. */
export const strangerAt = (address: string): Actor => ({ ...THE_INSTALLATION, address });
