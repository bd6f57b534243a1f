import { Module } from '@nestjs/common';
import { FreshnessModule } from '../freshness/freshness.module.ts';
import { SourceMaskingController } from './source-masking.controller.ts';
import { SourceMaskingService } from './source-masking.service.ts';
import { SourcesController } from './sources.controller.ts';
import { SourcesService } from './sources.service.ts';

@Module({
  imports: [FreshnessModule],
  controllers: [SourceMaskingController, SourcesController],
  providers: [SourceMaskingService, SourcesService],
})
export class SourcesModule {}
