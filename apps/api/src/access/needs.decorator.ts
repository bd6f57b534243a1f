import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Ability } from '#domain/role.ts';

/**
 * What a route asks of whoever calls it: an ability, `somebody` for anyone who has signed in, `nobody` for what is
 * open to all. A route that does not say is closed to everybody.
 */
export type Need = Ability | 'somebody' | 'nobody';

export const NEED = 'bedside:need';

/** Only for those who have the ability: `@Needs('read', 'words')`. */
export const Needs = (...ability: Ability) => SetMetadata(NEED, ability);

/** For everyone who has signed in, whatever their role. */
export const NeedsSignIn = () => SetMetadata(NEED, 'somebody' satisfies Need);

/** For everyone, also those whom nobody knows. It stands on the route itself, where the server looks before it reads a body. */
export const OpenToAll = (): MethodDecorator =>
  applyDecorators(SetMetadata(NEED, 'nobody' satisfies Need), RouteConfig(OPEN));

const OPEN = { openToAll: true };

/** True for a route of ours that asks nothing of its callers. */
export const isOpenToAll = (routeConfig: object): boolean => 'openToAll' in routeConfig;
