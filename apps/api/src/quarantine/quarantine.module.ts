import { Module } from '@nestjs/common';
import { IngestModule } from '../ingest/ingest.module.ts';
import { RedriveService } from './drive/redrive.service.ts';
import { MendingService } from './mending.service.ts';
import { QuarantineController } from './quarantine.controller.ts';
import { QuarantineReadingService } from './quarantine-reading.service.ts';

@Module({
  imports: [IngestModule],
  controllers: [QuarantineController],
  providers: [QuarantineReadingService, MendingService, RedriveService],
})
export class QuarantineModule {}
