import { Module } from '@nestjs/common';
import { Clock } from './clock.ts';
import { ComplaintsController } from './complaints.controller.ts';
import { ComplaintsService } from './complaints.service.ts';

@Module({ controllers: [ComplaintsController], providers: [ComplaintsService, Clock] })
export class ComplaintsModule {}
