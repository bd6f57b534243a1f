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

/** Nothing of a device that Bedside has a use for. */
const NO_DEVICES = [
  ...['accelerometer', 'autoplay', 'bluetooth', 'browsing-topics', 'camera', 'display-capture', 'geolocation'],
  ...['gyroscope', 'hid', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'payment'],
  ...['screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'],
]
  .map((device) => `${device}=()`)
  .join(', ');

/** A year without plain HTTP on this host; the rest of a hospital's domain may still speak it. */
const ONLY_TLS = 'max-age=31536000';

export const DOCUMENTATION_PATH = '/api/docs';

export async function addSecurityHeaders(app: NestFastifyApplication): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('permissions-policy', NO_DEVICES);
    if (request.protocol === 'https') void reply.header('strict-transport-security', ONLY_TLS);
    // Answers hold what patients said; no cache on the way or on disk keeps them.
    if (/^\/(?:api|health)(?:[/?]|$)/.test(request.url)) void reply.header('cache-control', 'no-store');
    if (request.url.startsWith(DOCUMENTATION_PATH)) {
      void reply.helmet({ contentSecurityPolicy: { useDefaults: false, directives: STYLED_INLINE } });
    }
    done();
  });
}
