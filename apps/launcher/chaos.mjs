import { unlessNodeIsOld } from './old-node.mjs';

unlessNodeIsOld(() => import('./run-chaos.mjs').then(({ runChaos }) => runChaos(process.argv.slice(2))));
