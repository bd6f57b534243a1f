import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { ingestBench } from './ingest/ingest-bench.ts';
import { maskingBench } from './masking/masking-bench.ts';
import type { Measured } from './measured.ts';
import { queriesBench } from './queries/queries-bench.ts';
import { signalsBench } from './signals/signals-bench.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string' },
    pairs: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});

const [name = '', ...others] = positionals;
const ROWS: Readonly<Record<string, number>> = { ingest: 1_000_000, queries: 10_000_000 };
const QUICK_ROWS: Readonly<Record<string, number>> = { ingest: 2_000, queries: 10_000 };
const usual = (values.quick ? QUICK_ROWS : ROWS)[name];
const rows = Number(values.quick ? usual : (values.rows ?? usual));
const pairs = values.quick ? 1 : Number(values.pairs);
const report = (measured: Measured) => process.stdout.write(`${JSON.stringify(measured)}\n`);
const note = (text: string) => process.stderr.write(`${text}\n`);

if (name === 'masking' && others.length === 0 && pairs >= 1) {
  maskingBench({ pairs, report, note });
} else if (name === 'signals' && others.length === 0 && pairs >= 1) {
  signalsBench({ departments: values.quick ? 20 : 2_000, pairs, only: values.only, report, note });
} else if (name === 'queries' && others.length === 0 && rows >= 1_000 && pairs >= 1) {
  await queriesBench({ rows, pairs, quick: values.quick, only: values.only, keep: values.keep, report, note });
} else if (name !== 'ingest' || others.length > 0 || !(rows >= 1_000) || !(pairs >= 1)) {
  process.stderr.write(
    'npm run bench -- ingest|masking|queries|signals [--rows N] [--pairs N] [--only NAME] [--quick] [--keep FOLDER]\n',
  );
  process.exitCode = 1;
} else {
  await ingestBench({ rows, pairs, only: values.only, report, note });
}
