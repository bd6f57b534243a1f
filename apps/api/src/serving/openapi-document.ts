import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { DOCUMENTATION_PATH } from './security-headers.ts';

/** The API as OpenAPI, from the DTOs and controllers; committed as docs/openapi.gen.json. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Bedside')
    .setDescription('Patient experience of a hospital network: facts in, numbers with their uncertainty out.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .build();
  return SwaggerModule.createDocument(app, description, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}

/** Serves it for people at /api/docs and for programs at /api/docs-json. */
export function serveDocumentation(app: INestApplication): void {
  SwaggerModule.setup(DOCUMENTATION_PATH, app, () => openApiDocument(app), { customSiteTitle: 'Bedside API' });
}
