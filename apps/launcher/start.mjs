import { unlessNodeIsOld } from './old-node.mjs';

unlessNodeIsOld(() => import('./start-bedside.mjs').then(({ startBedside }) => startBedside()));
