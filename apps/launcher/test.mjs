import { unlessNodeIsOld } from './old-node.mjs';

unlessNodeIsOld(() => import('./run-tests.mjs').then(({ runTests }) => runTests(process.argv.slice(2))));
