import { expect, it } from '@jest/globals';
import { jsonHead } from './json-layout.ts';

it.each<[string, string, string | undefined, unknown[]]>([
  ['an object a line', '{"a":1}\n\n{"b":2}\n', 'lines', [{ a: 1 }, { b: 2 }]],
  ['one object in one line', '{"a":1}', 'lines', [{ a: 1 }]],
  ['a broken line before whole ones', '{"a": "x\n{"b":2}\n', 'lines', [{ b: 2 }]],
  ['one object over several lines', '{\n  "a": 1\n}\n', 'documents', [{ a: 1 }]],
  ['a list', ' [{"a":1},\n{"b":2}]', 'documents', [{ a: 1 }, { b: 2 }]],
  ['a named list in one line', '{"n":1,"rows":[{"a":1}]}\n', 'documents', [{ a: 1 }]],
  ['a named list with an object a line', '{"rows":[\n{"a":1},\n{"b":2}\n]}', 'documents', [{ a: 1 }, { b: 2 }]],
  ['pages, one a line', '{"rows":[{"a":1}]}\n{"rows":[{"b":2}]}\n', 'documents', [{ a: 1 }, { b: 2 }]],
  ['a list cut off', '[{"a":1},{"b":', 'documents', [{ a: 1 }]],
  ['a table', 'a,b\n1,2\n', undefined, []],
  ['words', 'Dear all,', undefined, []],
])('tells %s', (_, text, layout, objects) => {
  const head = jsonHead({ text }, ['rows']);
  expect(head?.layout).toBe(layout);
  expect(head?.objects.map(({ value }) => value) ?? []).toEqual(objects);
});
