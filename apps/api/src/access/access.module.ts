import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.ts';
import { PrincipalFinder } from './principal-finder.ts';
import { SessionController } from './session.controller.ts';
import { SetUpKey } from './set-up-key.ts';
import { Sessions } from './sessions.ts';
import { SourceKeys } from './source-keys.ts';

/** Decides who a request comes from and what they may do and see; nothing else does. */
@Global()
@Module({
  controllers: [SessionController],
  providers: [Sessions, SourceKeys, SetUpKey, PrincipalFinder, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Sessions],
})
export class AccessModule {}
