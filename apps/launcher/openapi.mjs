import { unlessNodeIsOld } from './old-node.mjs';

unlessNodeIsOld(() => import('./write-openapi.mjs').then(({ writeOpenApi }) => writeOpenApi()));
