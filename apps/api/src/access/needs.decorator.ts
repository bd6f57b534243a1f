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

/** For everyone, also those whom nobody knows; on a route or on all of a controller's. */
export function OpenToAll(): ClassDecorator & MethodDecorator {
  const open = applyDecorators(SetMetadata(NEED, 'nobody' satisfies Need), RouteConfig(OPEN));
  return (target: object, name?: string | symbol, descriptor?: PropertyDescriptor) => {
    if (name !== undefined && descriptor !== undefined) return open(target, name, descriptor);
    // The server, which looks before it reads a body, knows routes alone.
    const { prototype } = target as { prototype: object };
    for (const [method, own] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (typeof own.value === 'function' && method !== 'constructor') open(prototype, method, own);
    }
  };
}

const OPEN = { openToAll: true };

/** True for a route of ours that asks nothing of its callers. */
export const isOpenToAll = (routeConfig: object): boolean => 'openToAll' in routeConfig;
