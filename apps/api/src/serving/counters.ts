import rateLimit from '@fastify/rate-limit';
import { HttpException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimits } from './rate-limits.ts';

/** Counts a request and throws a 429 when it is one too many; `owner` says whose it is, else the address it came from does. */
export type Count = (
  limit: keyof RateLimits,
  request: FastifyRequest,
  reply: FastifyReply,
  owner?: string,
) => Promise<void>;

const A_MINUTE_MS = 60_000;

/** Counters of requests in this process; addresses of the sixth version count by their network of 64 bits. */
export async function requestCounters(app: NestFastifyApplication, limits: RateLimits): Promise<Count> {
  await app.register(rateLimit, { global: false });
  const fastify = app.getHttpAdapter().getInstance();
  const owners = new WeakMap<FastifyRequest, string>();
  const byAddress = (max: number) => fastify.createRateLimit({ max, timeWindow: A_MINUTE_MS });
  const byOwner = (max: number) =>
    fastify.createRateLimit({
      max,
      timeWindow: A_MINUTE_MS,
      keyGenerator: (request: FastifyRequest) => owners.get(request) ?? request.ip,
    });
  const counters = {
    openRoutes: byAddress(limits.openRoutes),
    strangers: byAddress(limits.strangers),
    session: byOwner(limits.session),
    key: byOwner(limits.key),
    webhook: byOwner(limits.webhook),
    health: byAddress(limits.health),
  };
  return async (limit, request, reply, owner) => {
    if (owner !== undefined) owners.set(request, owner);
    const counted = await counters[limit](request);
    if (counted.isAllowed || !counted.isExceeded) return;
    void reply.header('retry-after', counted.ttlInSeconds);
    const message = `Too many requests: wait ${counted.ttlInSeconds} seconds, then try again.`;
    throw new HttpException({ statusCode: 429, message, error: 'Too Many Requests' }, 429);
  };
}
