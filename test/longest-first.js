import { join, relative, sep } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/**
 * Files that take longest, longest first, so that the end of a run does not wait for one of them alone; a folder stands
 * for all in it that have no line of their own. What is not named here takes a moment.
 */
const LONG = [
  'test/chaos/ingest-under-fire.spec.ts',
  'test/launch/start-and-stop.spec.ts',
  'test/browser/journeys/words-stay-out-of-addresses.spec.ts',
  'test/browser/journeys/every-language-on-a-phone.spec.ts',
  'test/browser/journeys/no-barriers-in-urdu.spec.ts',
  'test/browser/journeys/no-barriers-in-english.spec.ts',
  'test/launch/worker.spec.ts',
  'test/isolation/interleaved.spec.ts',
  'test/suppression/small-numbers.spec.ts',
  'test/browser/journeys/open-the-records.spec.ts',
  'test/launch/',
  'test/browser/',
  'test/bench/',
  'test/chaos/',
  'test/suppression/',
  'apps/api/src/ingest/masking/time.spec.ts',
  'test/architecture/',
  'test/',
  'seed/',
  'apps/api/',
];

/** @type {(path: string) => number} */
const placeOf = (path) => {
  const name = relative(ROOT, path).replaceAll(sep, '/');
  const place = LONG.findIndex((start) => name.startsWith(start));
  return place < 0 ? LONG.length : place;
};

/** A Jest sequencer. */
export default class LongestFirst {
  sort(tests) {
    return [...tests].sort((one, other) => placeOf(one.path) - placeOf(other.path) || (one.path < other.path ? -1 : 1));
  }

  /** Nothing is remembered from run to run: a clone has no memory. */
  cacheResults() {}
}
