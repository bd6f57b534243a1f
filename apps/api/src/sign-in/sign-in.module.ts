import { Global, Module } from '@nestjs/common';
import { OneTimeLinks } from './one-time-links.ts';

/** How people get in: passwords, second factors, links handed to them, and the sessions they then have. */
@Global()
@Module({ providers: [OneTimeLinks], exports: [OneTimeLinks] })
export class SignInModule {}
