import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { en } from './en.ts';

const SOURCES = join(import.meta.dirname, '..');

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && /\.(vue|ts)$/.test(entry.name) && !/\.(spec|fixture|gen)\.ts$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name));
}

/** True when a path leads to words; for a path cut off where something is filled in, to at least a group of them. */
function leadsToWords(path: string, whole: boolean): boolean {
  const steps = path.split('.').filter((step) => step !== '');
  let place: unknown = en;
  for (const [index, step] of steps.entries()) {
    if (typeof place !== 'object' || place === null) return false;
    const found: unknown = (place as Record<string, unknown>)[step];
    const last = index === steps.length - 1;
    if (found === undefined) {
      return last && !whole && !path.endsWith('.') && Object.keys(place).some((key) => key.startsWith(step));
    }
    place = found;
  }
  return !whole || typeof place === 'string';
}

it('finds words behind every key the sources speak', () => {
  const missing = sourcesOf(SOURCES).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const whole = [...text.matchAll(/\b(?:t|say)\(\s*'([a-z][\w-]*\.[\w.-]+)'/g)].map(
      ([, key = '']) => [key, true] as const,
    );
    const begun = [...text.matchAll(/\b(?:t|say)\(\s*`([a-z][\w-]*\.[\w.-]*)\$/g)].map(
      ([, key = '']) => [key, false] as const,
    );
    return [...whole, ...begun].filter(([key, is]) => !leadsToWords(key, is)).map(([key]) => `${file}: ${key}`);
  });
  expect(missing).toEqual([]);
});
