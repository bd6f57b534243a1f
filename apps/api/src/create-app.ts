import compress from '@fastify/compress';
import { type DynamicModule, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { AppModule } from './app.module.ts';
import { DATABASE_ADDRESS } from './database/database.module.ts';
import type { DatabaseAddress } from './database/data-source.ts';
import { HealthModule } from './health/health.module.ts';
import { logRequests } from './serving/request-log.ts';
import { serveDocumentation } from './serving/openapi-document.ts';
import { addSecurityHeaders } from './serving/security-headers.ts';
import { serveWebFiles } from './serving/web-files.ts';

export interface AppOptions {
  address: DatabaseAddress;
  /** Where the built web app is; left out, only the API is served. */
  webFolder?: string;
  /** Receives one line a request; left out, nothing is logged. */
  logger?: Logger;
}

const JSON_BODY_BYTES = 16 * 1024 * 1024;

/** The whole API on a migrated database, initialised but not listening. */
export async function createApp({ address, webFolder, logger }: AppOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: JSON_BODY_BYTES });
  const app = await NestFactory.create<NestFastifyApplication>(onDatabase(address), adapter, {
    logger: logger === undefined ? false : ['error', 'warn'],
    abortOnError: false,
  });
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      validationError: { target: false, value: false },
    }),
  );
  await addSecurityHeaders(app);
  await app.register(compress, { encodings: ['br', 'gzip'] });
  if (logger !== undefined) logRequests(app, logger);
  serveDocumentation(app);
  if (webFolder !== undefined) await serveWebFiles(app, webFolder);
  await app.init();
  await adapter.getInstance().ready();
  return app;
}

/** The app's modules with the address they ask for. */
function onDatabase(address: DatabaseAddress): DynamicModule {
  return {
    module: class Bedside {},
    global: true,
    imports: [AppModule, HealthModule],
    providers: [{ provide: DATABASE_ADDRESS, useValue: address }],
    exports: [DATABASE_ADDRESS],
  };
}
