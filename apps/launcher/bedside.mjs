import { unlessNodeIsOld } from './old-node.mjs';

unlessNodeIsOld(() => import('./run-command.mjs').then(({ runCommand }) => runCommand(process.argv.slice(2))));
