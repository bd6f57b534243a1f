import { unlessNodeIsOld } from './old-node.mjs';

unlessNodeIsOld(() => import('./develop.mjs').then(({ develop }) => develop()));
