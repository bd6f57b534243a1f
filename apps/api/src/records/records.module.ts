import { Module } from '@nestjs/common';
import { MetricsModule } from '../metrics/metrics.module.ts';
import { RecordsController } from './records.controller.ts';
import { RecordsService } from './records.service.ts';

@Module({ imports: [MetricsModule], controllers: [RecordsController], providers: [RecordsService] })
export class RecordsModule {}
