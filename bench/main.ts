import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { ingestBench } from './ingest/ingest-bench.ts';
import { maskingBench } from './masking/masking-bench.ts';
import type { Measured } from './measured.ts';
import { signalsBench } from './signals/signals-bench.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '1000000' },
    pairs: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
  },
});

const [name = '', ...others] = positionals;
const rows = values.quick ? 2_000 : Number(values.rows);
const pairs = values.quick ? 1 : Number(values.pairs);
const report = (measured: Measured) => process.stdout.write(`${JSON.stringify(measured)}\n`);
const note = (text: string) => process.stderr.write(`${text}\n`);

if (name === 'masking' && others.length === 0 && pairs >= 1) {
  maskingBench({ pairs, report, note });
} else if (name === 'signals' && others.length === 0 && pairs >= 1) {
  signalsBench({ departments: values.quick ? 20 : 2_000, pairs, only: values.only, report, note });
} else if (name !== 'ingest' || others.length > 0 || !(rows >= 1_000) || !(pairs >= 1)) {
  process.stderr.write('npm run bench -- ingest|masking|signals [--rows N] [--pairs N] [--only NAME] [--quick]\n');
  process.exitCode = 1;
} else {
  await ingestBench({ rows, pairs, only: values.only, report, note });
}
