import cookie from '@fastify/cookie';
import compress from '@fastify/compress';
import { type DynamicModule, Module, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Logger } from 'pino';
import { SET_UP_KEY } from './access/set-up-key.ts';
import { AppModule } from './app.module.ts';
import { PLACES_FOLDER } from './audit/remembered-places.ts';
import { DATABASE_ADDRESS } from './database/database.module.ts';
import type { DatabaseAddress } from './database/data-source.ts';
import { SIGNER, type Signer } from './database/signer.ts';
import { HealthModule } from './health/health.module.ts';
import { MAIL_SETTINGS } from './mail/mail-settings.ts';
import { PUBLIC_URL } from './mail/public-address.ts';
import { standAtTheDoor } from './serving/at-the-door.ts';
import { takeJsonBodies } from './serving/json-bodies.ts';
import { PlainValuesPipe } from './serving/plain-values.pipe.ts';
import type { RateLimits } from './serving/rate-limits.ts';
import { refuseAddress } from './serving/refused-address.ts';
import { logRequests } from './serving/request-log.ts';
import { openApiDocument, serveDocumentation } from './serving/openapi-document.ts';
import { addSecurityHeaders } from './serving/security-headers.ts';
import type { Settings } from './serving/settings.ts';
import { CONNECTION_TIMES } from './serving/connection-times.ts';
import { serveWebFiles } from './serving/web-files.ts';
import { OIDC_SETTINGS } from './sign-in/oidc/oidc-settings.ts';
import { SECRET_KEYS, type SecretKeys } from './sign-in/second-factor/secret-keys.ts';
import { INBOX_FOLDER } from './inbox/inbox-folder.ts';
import { UPLOADS_FOLDER } from './uploads/upload-folder.ts';

export interface AppOptions extends Settings {
  address: DatabaseAddress;
  /** Where the built web app is; left out, only the API is served. */
  webFolder?: string;
  /** With it the starter of the process may describe an organisation and send rows before anybody has signed in. */
  setUpKey?: string;
  /** Signs the audit trail; left out, it is chained but unsigned. */
  signer?: Signer;
  /** Seal the secrets of second factors; left out, nobody can set one up. */
  secretKeys?: SecretKeys;
  /** Where it is kept how far trails were verified; left out, each verification stands alone. */
  placesFolder?: string;
  /** Where files are kept while they are sent and imported; several machines need a folder in common. */
  uploadsFolder?: string;
  /** The folder that is watched for files; left out, none is. */
  inboxFolder?: string;
  /** Receives one line a request; left out, nothing is logged. */
  logger?: Logger;
  /** How many requests are taken from whom; left out, as many as people and machines need. */
  limits?: RateLimits;
}

/** An external id of 200 characters, each three bytes of three characters in an address. */
const LONGEST_PARAMETER = 2_000;

/** The whole API on a migrated database, initialised but not listening. */
export async function createApp(options: AppOptions): Promise<NestFastifyApplication> {
  const { webFolder, logger, trustProxy, limits } = options;
  const adapter = new FastifyAdapter({
    ...(trustProxy && { trustProxy }),
    ...CONNECTION_TIMES,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    frameworkErrors: refuseAddress,
  });
  takeJsonBodies(adapter);
  const app = await NestFactory.create<NestFastifyApplication>(bedsideOn(options), adapter, {
    logger: logger === undefined ? false : ['error', 'warn'],
    abortOnError: false,
    bodyParser: false,
  });
  app.useGlobalPipes(
    new PlainValuesPipe(),
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      validationError: { target: false, value: false },
    }),
  );
  await app.register(cookie);
  await addSecurityHeaders(app);
  await standAtTheDoor(app, limits);
  await app.register(compress, { encodings: ['br', 'gzip'] });
  if (logger !== undefined) logRequests(app, logger);
  serveDocumentation(app);
  if (webFolder !== undefined) await serveWebFiles(app, webFolder);
  await app.init();
  await adapter.getInstance().ready();
  return app;
}

/** What the API offers, read from its controllers without creating anything they need. */
export async function describeApp(): Promise<OpenAPIObject> {
  const nowhere = bedsideOn({ address: { ownerUrl: 'postgres://nowhere/none' } });
  return openApiDocument(await NestFactory.create(nowhere, new FastifyAdapter(), { preview: true, logger: false }));
}

@Module({ imports: [AppModule, HealthModule] })
class Bedside {}

/** The app's modules with what they ask of whoever starts them. */
function bedsideOn(options: AppOptions): DynamicModule {
  const {
    address,
    setUpKey,
    signer,
    secretKeys,
    placesFolder,
    uploadsFolder,
    inboxFolder,
    mail,
    publicUrl,
    identityProvider,
  } = options;
  return {
    module: Bedside,
    global: true,
    providers: [
      { provide: DATABASE_ADDRESS, useValue: address },
      { provide: SET_UP_KEY, useValue: setUpKey },
      { provide: SIGNER, useValue: signer },
      { provide: PLACES_FOLDER, useValue: placesFolder },
      { provide: SECRET_KEYS, useValue: secretKeys },
      { provide: UPLOADS_FOLDER, useValue: uploadsFolder },
      { provide: INBOX_FOLDER, useValue: inboxFolder },
      { provide: MAIL_SETTINGS, useValue: mail },
      { provide: PUBLIC_URL, useValue: publicUrl },
      { provide: OIDC_SETTINGS, useValue: identityProvider },
    ],
    exports: [
      DATABASE_ADDRESS,
      SET_UP_KEY,
      SIGNER,
      PLACES_FOLDER,
      SECRET_KEYS,
      UPLOADS_FOLDER,
      INBOX_FOLDER,
      MAIL_SETTINGS,
      PUBLIC_URL,
      OIDC_SETTINGS,
    ],
  };
}
