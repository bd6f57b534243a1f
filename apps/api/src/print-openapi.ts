import 'reflect-metadata';
import { describeApp } from './create-app.ts';

/** Prints the API as OpenAPI, without a database; `npm run openapi` puts it where it is committed. */
console.log(JSON.stringify(await describeApp(), null, 2));
