import { describe, expect, it } from '@jest/globals';
import { BrokenJson, type JsonElement, JsonElements } from './json-elements.ts';

/** Reads a text in pieces of so many characters. */
function read(text: string, pieceLength = text.length, lists: readonly string[] = ['rows']): JsonElement[] {
  const elements = new JsonElements(lists);
  const found: JsonElement[] = [];
  for (let at = 0; at < text.length; at += pieceLength) found.push(...elements.push(text.slice(at, at + pieceLength)));
  elements.end();
  return found;
}

const texts = (text: string, pieceLength?: number): string[] =>
  read(text, pieceLength).map(({ list, text: one }) => `${list}:${one}`);

describe.each([1, 2, 7, 1000])('in pieces of %i', (pieceLength) => {
  it.each<[string, string, string[]]>([
    ['a list', '[{"a":1}, {"b":[2,{}]} ,\n{}]', [':{"a":1}', ':{"b":[2,{}]}', ':{}']],
    [
      'a list of anything',
      '[1, "x,]", null,true , [[]], -1.5e3]',
      [':1', ':"x,]"', ':null', ':true', ':[[]]', ':-1.5e3'],
    ],
    [
      'marks and quotes inside texts',
      String.raw`[{"a":"}\"]\\"},{"b":"\\\""}]`,
      [String.raw`:{"a":"}\"]\\"}`, String.raw`:{"b":"\\\""}`],
    ],
    [
      'a named list among others',
      '{"n": 5, "rows": [{"a":1},{"b":2}], "other": [{"c":3}]}',
      ['rows:{"a":1}', 'rows:{"b":2}'],
    ],
    ['an object that stands alone', '{"a": {"b": 1}, "c" : "d"}', [':{"a":{"b": 1},"c":"d"}']],
    ['a name that only looks like a list', '{"rows": {"a": 1}}', [':{"rows":{"a": 1}}']],
    ['several documents', '{"rows":[{"a":1}]}\n{"rows":[]} [{"b":2}]{}', ['rows:{"a":1}', ':{"b":2}', ':{}']],
    ['empty ones', ' [ ] { "rows" : [ ] } {} ', [':{}']],
    ['nothing', ' \n', []],
  ])('%s', (_, text, expected) => {
    expect(texts(text, pieceLength)).toEqual(expected);
  });

  it.each([
    '[1,2',
    '[1,]',
    '[,1]',
    '[1 2]',
    '[1}',
    '{"a":1',
    '{"a" 1}',
    '{"a":}',
    '{"a":1,}',
    '{a:1}',
    '{"rows":[1,}',
    '{"rows":[1]',
    '{"rows":[1] 5}',
    '[{"a":"b]}',
    'words',
    '"text"',
    '[1] and more',
  ])('%s is broken', (text) => {
    expect(() => read(text, pieceLength)).toThrow(BrokenJson);
  });
});

it.each<[string, string]>([
  ['too-long', `"${'x'.repeat(1_100_000)}"`],
  ['too-deep', `${'['.repeat(70)}${']'.repeat(70)}`],
])('an element that is %s costs itself alone', (fault, big) => {
  expect(read(`[{"a":1},{"b":${big}},{"c":3}]`, 65_536)).toEqual([
    { list: '', text: '{"a":1}' },
    { list: '', text: '', fault },
    { list: '', text: '{"c":3}' },
  ]);
});

it('passes by what stands beside a named list, however large, without holding it', () => {
  const side = `{"a":"${'x'.repeat(3_000_000)}"}`;
  expect(read(`{"side": ${side}, "rows": [1], "side2": ${side}}`, 65_536)).toEqual([{ list: 'rows', text: '1' }]);
  expect(read(`{"side": ${side}}`, 65_536)).toEqual([{ list: '', text: '', fault: 'too-long' }]);
});
