import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { FIELDS_OF } from '#contracts/ingest/fact-kind.ts';
import type { RowField, RowFields } from '#contracts/ingest/row-field.ts';

/** Documents the rows of every kind from the same rules that check them. */
export function ApiIngestBody(): MethodDecorator {
  return applyDecorators(
    ApiConsumes('application/json', 'application/x-ndjson'),
    ApiBody({
      description: 'Rows of the kind named in the address: one of these shapes.',
      schema: {
        type: 'array',
        items: { oneOf: Object.entries(FIELDS_OF).map(([kind, fields]) => ({ title: kind, ...schemaOf(fields) })) },
      },
    }),
  );
}

function schemaOf(fields: RowFields) {
  return {
    type: 'object' as const,
    additionalProperties: false,
    required: Object.keys(fields).filter((name) => fields[name]?.required),
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, { ...typeOf(field), description: field.description }]),
    ),
  };
}

function typeOf(field: RowField) {
  switch (field.type) {
    case 'text':
      return { type: 'string' as const, maxLength: field.max };
    case 'instant':
      return { type: 'string' as const, example: '2026-11-15T08:30:00+07:00' };
    case 'integer':
    case 'number':
      return { type: field.type, minimum: field.min, maximum: field.max };
    case 'boolean':
      return { type: 'boolean' as const };
    case 'code':
      return { type: 'string' as const, enum: [...field.codes] };
    case 'codes':
      return { type: 'array' as const, items: { type: 'string' as const, enum: [...field.codes] } };
    case 'scores':
      return {
        type: 'object' as const,
        additionalProperties: { type: 'integer' as const, minimum: field.min, maximum: field.max },
      };
  }
}
