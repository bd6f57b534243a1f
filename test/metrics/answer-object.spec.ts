import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
}

interface Described {
  paths: Record<string, object>;
  components: { schemas: Record<string, Schema> };
}

const described = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'openapi.gen.json'), 'utf8'),
) as Described;

/** What every number has beside it. */
const BESIDE = ['n', 'low', 'high', 'withheld'];
/** What a difference has besides its word: the two numbers it is of stand beside it, each with the above. */
const BESIDE_DIFFERENCE = ['low', 'high'];

/** Names of all schemas that a part of the description leads to. */
function namesIn(part: unknown, found = new Set<string>()): Set<string> {
  for (const [, name = ''] of JSON.stringify(part).matchAll(/#\/components\/schemas\/([\w-]+)/g)) {
    if (found.has(name)) continue;
    found.add(name);
    namesIn(described.components.schemas[name], found);
  }
  return found;
}

const isNumber = ({ type }: Schema): boolean => [type].flat().includes('number');

/** The schemas that hold another one by itself, not in a list. */
function holdersOf(name: string, schemas: Record<string, Schema>): Schema[] {
  return Object.values(schemas).filter(({ properties = {} }) =>
    Object.values(properties).some((one) => JSON.stringify([one.$ref, one.allOf]).includes(`/${name}"`)),
  );
}

/** What a bare number lacks, by schema; a method that both sides of a comparison share may stand where they do. */
function bareNumbers(paths: object, schemas: Record<string, Schema>): string[] {
  return [...namesIn(paths)].flatMap((name) => {
    const { properties = {} } = schemas[name] ?? {};
    if (properties['value'] === undefined || !isNumber(properties['value'])) return [];
    const isDifference = properties['verdict'] !== undefined && properties['n'] === undefined;
    const lacks = (isDifference ? BESIDE_DIFFERENCE : BESIDE).filter((one) => properties[one] === undefined);
    const holders = holdersOf(name, schemas);
    const method =
      properties['method'] !== undefined ||
      (holders.length > 0 && holders.every((holder) => holder.properties?.['method'] !== undefined));
    return [...lacks, ...(method ? [] : ['method'])].map((one) => `${name}.value stands without ${one}`);
  });
}

const ofMetrics = Object.fromEntries(Object.entries(described.paths).filter(([path]) => /\/metrics(\/|$)/.test(path)));

it('tells no number of a metric without n, interval, method and whether it is withheld', () => {
  expect(namesIn(ofMetrics).size).toBeGreaterThan(10);
  expect(bareNumbers(ofMetrics, described.components.schemas)).toEqual([]);
});

it('notices a bare number', () => {
  const schemas = structuredClone(described.components.schemas);
  delete schemas['MetricPointDto']?.properties?.['n'];
  expect(bareNumbers(ofMetrics, schemas)).toEqual(['MetricPointDto.value stands without n']);
});
