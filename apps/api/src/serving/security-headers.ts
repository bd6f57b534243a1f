import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const NOWHERE = ["'none'"];
const HERE = ["'self'"];

/** What a page of ours may load: only what we serve; no inline scripts or styles, no eval, no frames, nothing from elsewhere. */
const CONTENT_SECURITY = {
  'default-src': NOWHERE,
  'script-src': HERE,
  'style-src': HERE,
  'img-src': [...HERE, 'data:', 'blob:'],
  'font-src': HERE,
  'connect-src': HERE,
  'manifest-src': HERE,
  'worker-src': HERE,
  'form-action': HERE,
  'base-uri': NOWHERE,
  'frame-ancestors': NOWHERE,
};

/** The page of the API's documentation comes with style elements of its own; scripts stay as strict. */
const STYLED_INLINE = { ...CONTENT_SECURITY, 'style-src': [...HERE, "'unsafe-inline'"] };

export const DOCUMENTATION_PATH = '/api/docs';

export async function addSecurityHeaders(app: NestFastifyApplication): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY },
    // The rest of a hospital's domain may still speak plain HTTP.
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
    referrerPolicy: { policy: 'same-origin' },
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith(DOCUMENTATION_PATH)) {
      void reply.helmet({ contentSecurityPolicy: { useDefaults: false, directives: STYLED_INLINE } });
    }
    done();
  });
}
