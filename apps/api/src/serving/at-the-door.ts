import { NotFoundException, PayloadTooLargeException, UnauthorizedException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { SIGN_IN_FIRST } from '../access/access.guard.ts';
import { NO_SUCH_ADDRESS } from '../errors/api-error.filter.ts';
import { isOpenToAll } from '../access/needs.decorator.ts';
import { PrincipalFinder } from '../access/principal-finder.ts';
import { setPrincipal } from '../access/request-principal.ts';
import { setWebhook, takesDeliveries } from '../webhooks/request-webhook.ts';
import { LARGEST_DELIVERY, NOT_SIGNED, TOO_LARGE } from '../webhooks/webhook-deliveries.ts';
import { WebhookFinder } from '../webhooks/webhook-finder.ts';
import { requestCounters } from './counters.ts';
import { giveBodyTime } from './body-time.ts';
import { RATE_LIMITS, type RateLimits } from './rate-limits.ts';

/** What a form for signing in comes to, many times over. */
const LARGEST_BODY_OF_STRANGERS = 64 * 1024;

/** A whole body has to be here in this time; rows that stream in may take as long as they keep coming. */
const BODY_WITHIN_MS = { ofStrangers: 15_000, ofTheKnown: 120_000, ofPieces: 600_000 };
const PIECES = /^application\/octet-stream/i;
const STREAMS = /^application\/(?:(?:x-)?ndjson|jsonl)/i;

/**
 * Looks at the headers of each request before any of its body is read: finds out who calls, lets strangers do no more
 * than what is open to all, and lets nobody come too often. What the caller may do is then the access guard's question.
 */
export async function standAtTheDoor(app: NestFastifyApplication, limits: RateLimits = RATE_LIMITS): Promise<void> {
  const count = await requestCounters(app, limits);
  const finder = app.get(PrincipalFinder);
  const webhooks = app.get(WebhookFinder);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.is404) throw new NotFoundException(NO_SUCH_ADDRESS);
    const { url = '', config } = request.routeOptions;
    if (url.startsWith('/health')) return count('health', request, reply);
    if (!url.startsWith('/api/v1/')) return;
    if (isOpenToAll(config)) {
      await count('openRoutes', request, reply);
      refuseLongBody(request);
      giveBodyTime(request, BODY_WITHIN_MS.ofStrangers);
      return;
    }
    if (takesDeliveries(config)) {
      const { address = '' } = request.params as { address?: string };
      const webhook = await webhooks.find(address);
      if (webhook === undefined) {
        await count('strangers', request, reply);
        throw new UnauthorizedException(NOT_SIGNED);
      }
      await count('webhook', request, reply, webhook.id);
      if (bytesOf(request) > LARGEST_DELIVERY) throw new PayloadTooLargeException(TOO_LARGE);
      giveBodyTime(request, BODY_WITHIN_MS.ofStrangers);
      setWebhook(request, webhook);
      return;
    }
    const principal = await finder.find(request);
    if (principal === undefined) {
      await count('strangers', request, reply);
      throw new UnauthorizedException(SIGN_IN_FIRST);
    }
    const { person, scope } = principal;
    if (person !== undefined) await count('session', request, reply, person.sessionId);
    else await count('key', request, reply, scope.actor?.id ?? 'set-up');
    const type = request.headers['content-type'] ?? '';
    if (PIECES.test(type)) giveBodyTime(request, BODY_WITHIN_MS.ofPieces);
    else if (!STREAMS.test(type)) giveBodyTime(request, BODY_WITHIN_MS.ofTheKnown);
    setPrincipal(request, principal);
  });
}

const bytesOf = ({ headers }: FastifyRequest): number => Number(headers['content-length'] ?? 0);

function refuseLongBody(request: FastifyRequest): void {
  if (bytesOf(request) > LARGEST_BODY_OF_STRANGERS || request.headers['transfer-encoding'] !== undefined) {
    throw new PayloadTooLargeException('The body is too large for what is asked here.');
  }
}
