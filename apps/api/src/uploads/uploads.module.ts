import { Module, type OnModuleInit, UnsupportedMediaTypeException } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { TidyUploads } from './tidy-uploads.ts';
import { UploadFolder } from './upload-folder.ts';
import { BYTES, UploadsController } from './uploads.controller.ts';
import { UploadsService } from './uploads.service.ts';

@Module({
  controllers: [UploadsController],
  providers: [UploadsService, UploadFolder, TidyUploads],
  exports: [UploadsService, UploadFolder, TidyUploads],
})
export class UploadsModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  /** Pieces of files are handed on as a stream, and to nobody else. */
  onModuleInit(): void {
    this.host.httpAdapter?.getInstance().addContentTypeParser(BYTES, (request, stream, done) => {
      if (request.routeOptions.url?.endsWith('/uploads/:id/bytes')) done(null, stream);
      else done(new UnsupportedMediaTypeException('Send JSON as application/json.'));
    });
  }
}
