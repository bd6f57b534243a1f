import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const BENCH = fileURLToPath(new URL('../../apps/launcher/bench.mjs', import.meta.url));

const bench = (...args: string[]) => promisify(execFile)(process.execPath, [BENCH, ...args], { maxBuffer: 2 ** 26 });

const ASKED = ['weekly-by-department', 'touchpoint-by-week', 'wait-percentiles', 'department-by-day', 'weekly-cx'];
const NAMES = [
  ...ASKED.map((name) => `${name}-growth`),
  'wait-percentiles-error',
  ...ASKED.map((name) => `${name}-over-bare-http`),
  ...ASKED.map((name) => `${name}-over-duckdb-at-a-tenth`),
  ...ASKED.map((name) => `${name}-over-duckdb`),
  ...ASKED.map((name) => `${name}-over-raw`),
];

// How quick anything is among so few rows means nothing; that percentiles are right, and that cells still are, does.
it('measures questions from end to end, and tells each figure in a line of its own', async () => {
  const { stdout, stderr } = await bench('queries', '--quick');
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ name }) => name)).toEqual(NAMES);
  for (const { name: _, ...line } of lines) {
    expect(line).toEqual({
      bench: 'queries',
      ratio: expect.any(Number),
      low: expect.any(Number),
      high: expect.any(Number),
      goal: expect.any(Number),
      better: expect.stringMatching(/^(?:lower|higher)$/),
      pairs: 1,
    });
  }
  const error = lines.find(({ name }) => name === 'wait-percentiles-error');
  expect(error?.ratio).toBeLessThanOrEqual(2);
  expect(error?.ratio).toBeGreaterThan(0);
  expect(stderr).toContain('every cell is still what its facts say');
}, 300_000);

it('says what may be chosen', async () => {
  await expect(bench('queries', '--quick', '--only', 'speed')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('choose from: growth, percentile-error'),
  });
});
