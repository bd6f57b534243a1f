import { Module } from '@nestjs/common';
import { FreshnessModule } from '../freshness/freshness.module.ts';
import { CompareController } from './compare/compare.controller.ts';
import { CompareService } from './compare/compare.service.ts';
import { ExplainController } from './explain/explain.controller.ts';
import { ExplainService } from './explain/explain.service.ts';
import { DriversController } from './drivers/drivers.controller.ts';
import { DriversService } from './drivers/drivers.service.ts';
import { WaitEffectService } from './drivers/wait-effect.service.ts';
import { NumbersExportController } from './export/numbers-export.controller.ts';
import { NumbersExportService } from './export/numbers-export.service.ts';
import { MetricsController } from './metrics.controller.ts';
import { MetricsService } from './metrics.service.ts';
import { WhoAnswered } from './small-numbers/who-answered.ts';
import { WhyController } from './why/why.controller.ts';
import { WhyService } from './why/why.service.ts';

@Module({
  imports: [FreshnessModule],
  controllers: [
    MetricsController,
    CompareController,
    NumbersExportController,
    ExplainController,
    DriversController,
    WhyController,
  ],
  providers: [
    MetricsService,
    CompareService,
    NumbersExportService,
    ExplainService,
    WhoAnswered,
    DriversService,
    WaitEffectService,
    WhyService,
  ],
})
export class MetricsModule {}
