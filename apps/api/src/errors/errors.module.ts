import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ApiErrorFilter } from './api-error.filter.ts';

@Module({ providers: [{ provide: APP_FILTER, useClass: ApiErrorFilter }] })
export class ErrorsModule {}
