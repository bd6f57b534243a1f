import { Module } from '@nestjs/common';
import { Clock } from './clock.ts';
import { MetricsController } from './metrics.controller.ts';
import { MetricsService } from './metrics.service.ts';

@Module({ controllers: [MetricsController], providers: [MetricsService, Clock], exports: [Clock] })
export class MetricsModule {}
