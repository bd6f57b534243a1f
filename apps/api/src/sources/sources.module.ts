import { Module } from '@nestjs/common';
import { SourceMaskingController } from './source-masking.controller.ts';
import { SourceMaskingService } from './source-masking.service.ts';
import { SourcesController } from './sources.controller.ts';
import { SourcesService } from './sources.service.ts';

@Module({ controllers: [SourceMaskingController, SourcesController], providers: [SourceMaskingService, SourcesService] })
export class SourcesModule {}
