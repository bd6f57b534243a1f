import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Observable, catchError, throwError } from 'rxjs';
import { TooEarly } from './back-off/back-off.ts';

/** Tells whoever comes too early when to come again, where programs look for it. */
@Injectable()
export class RetryAfter implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (error instanceof TooEarly) {
          void context.switchToHttp().getResponse<FastifyReply>().header('retry-after', String(error.waitSeconds));
        }
        return throwError(() => error);
      }),
    );
  }
}
