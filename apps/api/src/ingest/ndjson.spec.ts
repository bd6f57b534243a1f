import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Candidate } from './rows/candidate.ts';
import { LONGEST_LINE, ndjsonCandidates } from './ndjson.ts';

async function read(...chunks: (string | Uint8Array)[]): Promise<Candidate[]> {
  const stream = (async function* () {
    for (const chunk of chunks) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
  })();
  const candidates: Candidate[] = [];
  for await (const chunk of ndjsonCandidates(stream)) candidates.push(...chunk);
  return candidates;
}

describe('newline-delimited JSON', () => {
  it('is read alike however the bytes are cut', async () => {
    const bytes = new TextEncoder().encode('{"a":"ngày"}\n\r\n{"b":"ہسپتال"}\r\n{"c":"ไทย"}');
    const whole = await read(bytes);
    expect(whole.map(({ row, value }) => [row, value])).toEqual([
      [1, { a: 'ngày' }],
      [3, { b: 'ہسپتال' }],
      [4, { c: 'ไทย' }],
    ]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 6 }), async (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        expect(await read(...at.slice(1).map((end, index) => bytes.subarray(at[index], end)))).toEqual(whole);
      }),
    );
  });

  it.each([
    ['[1]', 'not-an-object'],
    ['null', 'not-an-object'],
    ['{"a":', 'not-json'],
  ])('refuses the line %s alone', async (line, code) => {
    const rows = await read(`{"a":1}\n${line}\n{"a":2}`);
    expect(rows.map(({ problem }) => problem?.code)).toEqual([undefined, code, undefined]);
  });

  it('refuses a line in another encoding alone, instead of altering its letters', async () => {
    const latin1 = Buffer.from('{"externalId":"naïve"}\n', 'latin1');
    const rows = await read('{"a":"ngày"}\n', latin1, '{"a":2}');
    expect(rows.map(({ problem }) => problem?.code)).toEqual([undefined, 'not-utf-8', undefined]);
  });

  it('passes over the mark some programs write first', async () => {
    expect((await read('\ufeff{"a":1}\n{"a":2}')).map(({ value }) => value)).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it('skips an endless line without keeping it, and goes on after it', async () => {
    const part = 'x'.repeat(LONGEST_LINE);
    const rows = await read('{"a":1}\n', part, part, part, 'x\n{"a":2}\n', part, 'x');
    expect(rows.map(({ row, raw, problem }) => [row, raw.length, problem?.code])).toEqual([
      [1, 7, undefined],
      [2, 0, 'line-too-long'],
      [3, 7, undefined],
      [4, 0, 'line-too-long'],
    ]);
  });
});
