import { unlessNodeIsOld } from './old-node.mjs';

unlessNodeIsOld(() => import('./run-bench.mjs').then(({ runBench }) => runBench(process.argv.slice(2))));
