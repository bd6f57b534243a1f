import { Module } from '@nestjs/common';
import { DemoModule } from '../demo/demo.module.ts';
import { UploadsModule } from '../uploads/uploads.module.ts';
import { Housekeeping } from './housekeeping.ts';

@Module({ imports: [DemoModule, UploadsModule], providers: [Housekeeping] })
export class HousekeepingModule {}
