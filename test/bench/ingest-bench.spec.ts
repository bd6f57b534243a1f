import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const BENCH = fileURLToPath(new URL('../../apps/launcher/bench.mjs', import.meta.url));

const bench = (...args: string[]) => promisify(execFile)(process.execPath, [BENCH, ...args], { maxBuffer: 2 ** 26 });

const NAMES = [
  'file-of-a-million',
  'file-of-200-thousand',
  'one-connection',
  'random-time-order',
  'rollup-tax-10000',
  'rollup-tax-1000',
  'same-file-again',
  'eight-importers',
  'rest-rows-a-second-by-the-thousand',
  'rest-rows-a-second-one-by-one',
  'memory-in-mb',
  'memory-growth',
];

// What it measures of so few rows means nothing; that it runs to its end and says what programs can read does.
it('measures ingest from end to end, and tells each figure in a line of its own', async () => {
  const { stdout } = await bench('ingest', '--quick');
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ name }) => name)).toEqual(NAMES);
  for (const { name: _, ...line } of lines) {
    expect(line).toEqual({
      bench: 'ingest',
      ratio: expect.any(Number),
      low: expect.any(Number),
      high: expect.any(Number),
      goal: line.goal === null ? null : expect.any(Number),
      better: expect.stringMatching(/^(?:lower|higher)$/),
      pairs: 1,
    });
    expect(line.low).toBeLessThanOrEqual(line.ratio as number);
    expect(line.ratio).toBeLessThanOrEqual(line.high as number);
    expect(line.low).toBeGreaterThan(0);
  }
}, 600_000);

it('says how it is called to whoever calls it wrongly', async () => {
  await expect(bench('speed')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('bench -- ingest') });
});
