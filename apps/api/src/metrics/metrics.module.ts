import { Module } from '@nestjs/common';
import { MetricsController } from './metrics.controller.ts';
import { MetricsService } from './metrics.service.ts';
import { WhoAnswered } from './small-numbers/who-answered.ts';

@Module({ controllers: [MetricsController], providers: [MetricsService, WhoAnswered] })
export class MetricsModule {}
