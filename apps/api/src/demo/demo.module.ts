import { Module } from '@nestjs/common';
import { DemoController } from './demo.controller.ts';
import { DemoRemoval } from './demo-removal.ts';

@Module({ controllers: [DemoController], providers: [DemoRemoval], exports: [DemoRemoval] })
export class DemoModule {}
