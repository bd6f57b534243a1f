import { Module } from '@nestjs/common';
import { IngestModule } from '../ingest/ingest.module.ts';
import { UploadsModule } from '../uploads/uploads.module.ts';
import { FilesToImport } from './files-to-import.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsService } from './imports.service.ts';
import { SourceMappingsController } from './mappings/source-mappings.controller.ts';
import { SourceMappingsService } from './mappings/source-mappings.service.ts';
import { PreviewService } from './preview/preview.service.ts';
import { EndImport } from './running/end-import.ts';
import { ImportJobs } from './running/import-jobs.ts';
import { RunImport } from './running/run-import.ts';
import { RunUndo } from './running/run-undo.ts';

@Module({
  imports: [IngestModule, UploadsModule],
  controllers: [ImportsController, SourceMappingsController],
  providers: [
    ...[ImportsService, FilesToImport, PreviewService, SourceMappingsService],
    ...[ImportJobs, RunImport, RunUndo, EndImport],
  ],
  exports: [ImportJobs],
})
export class ImportsModule {}
