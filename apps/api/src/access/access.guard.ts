import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { NEED, type Need } from './needs.decorator.ts';
import { PrincipalFinder } from './principal-finder.ts';
import { principalFound, setPrincipal } from './request-principal.ts';
import { fromOwnPages } from './same-origin.ts';
import { sessionCookie } from './session-cookie.ts';

/**
 * Stands before every route and lets in those who may do what it does. Who calls has been found out at the door, before
 * the body was read; where it has not, it is found out here.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly finder: PrincipalFinder,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const need = this.reflector.getAllAndOverride<Need | undefined>(NEED, [context.getHandler(), context.getClass()]);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (sessionCookie(request) !== undefined && !fromOwnPages(request)) throw new ForbiddenException(FOREIGN);
    if (need === 'nobody') return true;
    const principal = principalFound(request) ?? (await this.finder.find(request));
    if (principal === undefined) throw new UnauthorizedException(SIGN_IN_FIRST);
    setPrincipal(request, principal);
    if (need === 'somebody' && principal.person !== undefined) return true;
    if (!Array.isArray(need)) throw new ForbiddenException(FORBIDDEN);
    const [action, subject] = need;
    if (!principal.abilities.can(action, subject)) throw new ForbiddenException(FORBIDDEN);
    return true;
  }
}

export const SIGN_IN_FIRST = 'Sign in first: your session has ended, or nobody has signed in here yet.';
const FORBIDDEN = 'Your role does not allow this. An administrator can say who may.';
const FOREIGN = 'This came from another site’s page, so nothing was done. Use Bedside’s own pages.';
