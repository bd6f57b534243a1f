import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { IngestController } from './ingest.controller.ts';
import { IngestService } from './ingest.service.ts';
import { MergesController } from './merges.controller.ts';
import { SmallSendings } from './small-sendings.ts';

@Module({
  controllers: [IngestController, MergesController],
  providers: [IngestService, SmallSendings],
  exports: [IngestService],
})
export class IngestModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  /** NDJSON is handed on as a stream, of any length; everything else is parsed and bounded. */
  onModuleInit(): void {
    this.host.httpAdapter
      ?.getInstance()
      .addContentTypeParser(
        ['application/x-ndjson', 'application/ndjson', 'application/jsonl'],
        (_request, stream, done) => done(null, stream),
      );
  }
}
