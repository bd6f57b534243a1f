import { Module } from '@nestjs/common';
import { FreshnessController } from './freshness.controller.ts';
import { FreshnessService } from './freshness.service.ts';

@Module({ controllers: [FreshnessController], providers: [FreshnessService], exports: [FreshnessService] })
export class FreshnessModule {}
