import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClockModule } from '../clock/clock.module.ts';
import { DATABASE_ADDRESS, DatabaseModule } from '../database/database.module.ts';
import { SIGNER, type Signer } from '../database/signer.ts';
import { ImportsModule } from '../imports/imports.module.ts';
import { JobsModule } from '../jobs/jobs.module.ts';
import { QuarantineModule } from '../quarantine/quarantine.module.ts';
import { UPLOADS_FOLDER } from '../uploads/upload-folder.ts';
import type { WorkerStart } from './worker-messages.ts';

/** The rooms in which long work is done. */
@Module({ imports: [DatabaseModule, ClockModule, JobsModule, ImportsModule, QuarantineModule] })
class Worker {}

/** What does long work, on a migrated database; it serves nobody. */
export function createWorker({
  address,
  uploadsFolder,
  signer,
}: WorkerStart & { signer?: Signer }): Promise<INestApplicationContext> {
  const module: DynamicModule = {
    module: Worker,
    global: true,
    providers: [
      { provide: DATABASE_ADDRESS, useValue: address },
      { provide: SIGNER, useValue: signer },
      { provide: UPLOADS_FOLDER, useValue: uploadsFolder },
    ],
    exports: [DATABASE_ADDRESS, SIGNER, UPLOADS_FOLDER],
  };
  return NestFactory.createApplicationContext(module, { logger: ['error', 'warn'], abortOnError: false });
}
