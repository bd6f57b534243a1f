import { Module } from '@nestjs/common';
import { BaselinesController } from './baselines.controller.ts';
import { BaselinesService } from './baselines.service.ts';

@Module({ controllers: [BaselinesController], providers: [BaselinesService] })
export class BaselinesModule {}
