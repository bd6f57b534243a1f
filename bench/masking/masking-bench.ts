import { DETECTORS } from '#domain/masking.ts';
import { Masker } from '../../apps/api/src/ingest/masking/masker.ts';
import { type Measured, measuredOf } from '../measured.ts';
import { PLAIN_COMMENTS, TELLING_COMMENTS } from './comments.ts';

export interface MaskingBench {
  pairs: number;
  report(measured: Measured): unknown;
  note(text: string): unknown;
}

/** Texts a measurement; long enough that what starts with it is worn in. */
const TEXTS = 200_000;

/** What is measured: texts in which nothing could be found, texts as they come, and texts that all hold something. */
const MIXES: readonly { name: string; goal: number | null; texts: readonly string[] }[] = [
  { name: 'nothing-to-find', goal: 6, texts: PLAIN_COMMENTS },
  { name: 'one-in-ten-with-a-find', goal: null, texts: mixed(10) },
  { name: 'a-find-in-each', goal: null, texts: TELLING_COMMENTS },
];

/** Measures what masking costs a text, beside writing the same texts as JSON. */
export function maskingBench({ pairs, report, note }: MaskingBench): void {
  const masker = new Masker(DETECTORS, ['HN######']);
  for (const { name, goal, texts } of MIXES) {
    const ratios: number[] = [];
    const nanoseconds: number[] = [];
    for (let pair = -1; pair < pairs; pair += 1) {
      const written = nanosecondsFor(texts, (text) => JSON.stringify(text).length);
      const masked = nanosecondsFor(texts, (text) => masker.mask(text).text.length);
      // The first pair wears in what the others run.
      if (pair < 0) continue;
      ratios.push(masked / written);
      nanoseconds.push(masked);
    }
    report(measuredOf({ bench: 'masking', name, goal, better: 'lower' }, ratios));
    note(`${name}: ${Math.round(Math.min(...nanoseconds))} ns a text of ${Math.round(lengthOf(texts))} characters`);
  }
}

function nanosecondsFor(texts: readonly string[], work: (text: string) => number): number {
  let sum = 0;
  const began = process.hrtime.bigint();
  for (let done = 0; done < TEXTS; done += texts.length) for (const text of texts) sum += work(text);
  const took = Number(process.hrtime.bigint() - began);
  if (sum === 0) throw new Error('nothing was done');
  return took / (Math.ceil(TEXTS / texts.length) * texts.length);
}

const lengthOf = (texts: readonly string[]): number =>
  texts.reduce((sum, { length }) => sum + length, 0) / texts.length;

/** Comments of which one in so many holds something. */
function mixed(every: number): string[] {
  return TELLING_COMMENTS.flatMap((telling, turn) => [
    telling,
    ...Array.from(
      { length: every - 1 },
      (_, index) => PLAIN_COMMENTS[(turn + index) % PLAIN_COMMENTS.length] as string,
    ),
  ]);
}
