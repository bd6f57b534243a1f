import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Scope } from '../database/scope.ts';
import type { Person, Principal } from './principal.ts';

const principals = new WeakMap<FastifyRequest, Principal>();

/** Remembers who a request comes from, before anything else is done. */
export function setPrincipal(request: FastifyRequest, principal: Principal): void {
  principals.set(request, principal);
}

/** Who a request comes from, as far as somebody has found out. */
export function principalFound(request: FastifyRequest): Principal | undefined {
  return principals.get(request);
}

function principalOf(context: ExecutionContext): Principal {
  const principal = principals.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (principal === undefined) throw new Error('this route is open to all, so it has no principal');
  return principal;
}

/** Whoever calls, for a controller's argument: `find(@By() principal: Principal)`. */
export const By = createParamDecorator((_: unknown, context): Principal => principalOf(context));

/** What the caller may see, for a controller's argument: `find(@InScope() scope: Scope)`. */
export const InScope = createParamDecorator((_: unknown, context): Scope => principalOf(context).scope);

/** The person who calls, for routes that make no sense for a machine. */
export const ByPerson = createParamDecorator((_: unknown, context): Person => {
  const { person } = principalOf(context);
  if (person === undefined) throw new Error('this route lets in more than people');
  return person;
});
