import type { OpenAPIObject } from '@nestjs/swagger';
import type { Route } from './served-routes.ts';

interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
  title?: string;
}

interface Operation {
  parameters?: { in: string; name: string }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}

/** What a route takes, from the classes that check it. */
export interface Fields {
  query: string[];
  /** Names as in `sites[].departments[].code`; null where no body is taken. */
  body: string[] | null;
}

/** The fields of a route as the API describes them; undefined for what it does not describe. */
export function fieldsOf(document: OpenAPIObject, { method, path }: Route): Fields | undefined {
  const paths = document.paths as Record<string, Record<string, Operation> | undefined>;
  const operation = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  if (operation === undefined) return undefined;
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const schema = operation.requestBody?.content['application/json']?.schema;
  return {
    query: (operation.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name),
    body: schema === undefined ? null : namesIn(schema, schemas),
  };
}

function namesIn(schema: Schema, schemas: Record<string, Schema>, prefix = ''): string[] {
  const { $ref, items, oneOf, properties } = schema;
  if ($ref !== undefined) return namesIn(schemas[$ref.split('/').at(-1) ?? ''] ?? {}, schemas, prefix);
  if (items !== undefined) return namesIn(items, schemas, `${prefix}[]`);
  if (oneOf !== undefined) return oneOf.flatMap((one) => namesIn(one, schemas, `${prefix}(${one.title ?? 'one'})`));
  if (properties === undefined) return prefix === '' ? [] : [prefix];
  const within = prefix === '' ? '' : `${prefix}.`;
  return Object.entries(properties).flatMap(([name, inner]) => namesIn(inner, schemas, `${within}${name}`));
}
