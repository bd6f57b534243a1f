import { createParamDecorator, SetMetadata, applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { NEED, type Need } from '../access/needs.decorator.ts';
import type { KnownWebhook } from './webhook-finder.ts';

const DELIVERIES = { takesDeliveries: true };

/** A route for deliveries: whoever has the secret of the webhook in its address comes in, and nobody else. */
export const ForDeliveries = () => applyDecorators(SetMetadata(NEED, 'nobody' satisfies Need), RouteConfig(DELIVERIES));

/** True for a route that takes deliveries: its body is kept as the bytes that were signed. */
export const takesDeliveries = (routeConfig: object): boolean => 'takesDeliveries' in routeConfig;

const webhooks = new WeakMap<FastifyRequest, KnownWebhook>();

export function setWebhook(request: FastifyRequest, webhook: KnownWebhook): void {
  webhooks.set(request, webhook);
}

/** The webhook that the address names, found out at the door, for a controller's argument. */
export const ByWebhook = createParamDecorator((_: unknown, context): KnownWebhook => {
  const webhook = webhooks.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (webhook === undefined) throw new Error('nobody looked at the door which webhook this is');
  return webhook;
});
