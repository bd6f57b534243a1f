import { Module } from '@nestjs/common';
import { DemoModule } from '../demo/demo.module.ts';
import { Housekeeping } from './housekeeping.ts';

@Module({ imports: [DemoModule], providers: [Housekeeping] })
export class HousekeepingModule {}
