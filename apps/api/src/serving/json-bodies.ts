import { isUtf8 } from 'node:buffer';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { takesDeliveries } from '../webhooks/request-webhook.ts';

const LARGEST_BYTES = 16 * 1024 * 1024;

/**
 * Bodies are JSON in UTF-8 of a bounded size; any other type is a 415, unless a room reads it itself. Deliveries stay the
 * bytes that were signed.
 */
export function takeJsonBodies(adapter: FastifyAdapter): void {
  const fastify = adapter.getInstance();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: LARGEST_BYTES },
    (request, body, done) => {
      const bytes = Buffer.from(body);
      if (takesDeliveries(request.routeOptions.config)) return done(null, bytes);
      if (isUtf8(bytes)) void parse(request, bytes.toString(), done);
      else done(new SyntaxError('the body is not UTF-8'));
    },
  );
}
