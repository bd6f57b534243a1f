import { Module } from '@nestjs/common';
import { IngestModule } from '../ingest/ingest.module.ts';
import { RedriveJobs } from './drive/redrive-jobs.ts';
import { RedriveService } from './drive/redrive.service.ts';
import { RunRedrive } from './drive/run-redrive.ts';
import { MendingService } from './mending.service.ts';
import { QuarantineController } from './quarantine.controller.ts';
import { QuarantineReadingService } from './quarantine-reading.service.ts';

@Module({
  imports: [IngestModule],
  controllers: [QuarantineController],
  providers: [QuarantineReadingService, MendingService, RedriveService, RunRedrive, RedriveJobs],
  exports: [RedriveJobs],
})
export class QuarantineModule {}
