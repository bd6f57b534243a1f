import { Global, Module } from '@nestjs/common';
import { Mailer } from './mailer.ts';
import { PublicAddress } from './public-address.ts';

@Global()
@Module({ providers: [Mailer, PublicAddress], exports: [Mailer, PublicAddress] })
export class MailModule {}
