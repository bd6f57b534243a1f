import { Global, Module } from '@nestjs/common';
import { Attempts } from './attempts.ts';
import { BackOff } from './back-off/back-off.ts';
import { DemoSignIns } from './first-start/demo-sign-ins.ts';
import { Doors } from './first-start/doors.ts';
import { FrontDoor } from './front-door.ts';
import { HalfWay } from './half-way.ts';
import { ForgottenPassword } from './links/forgotten-password.ts';
import { LinkEntry } from './links/link-entry.ts';
import { LinksController } from './links/links.controller.ts';
import { OneTimeLinks } from './one-time-links.ts';
import { OwnAccountController } from './own-account/own-account.controller.ts';
import { OwnAccount } from './own-account/own-account.ts';
import { OwnSecondFactorController } from './own-account/own-second-factor.controller.ts';
import { OwnSecondFactor } from './own-account/own-second-factor.ts';
import { PasswordSignIn } from './password-sign-in.ts';
import { Passwords } from './passwords/passwords.ts';
import { SealAnew } from './second-factor/seal-anew.ts';
import { SecondFactor } from './second-factor/second-factor.ts';
import { SignInController } from './sign-in.controller.ts';
import { SignOut } from './sign-out.ts';
import { WaysInController } from './ways-in.controller.ts';

/** How people get in: passwords, second factors, links handed to them, and the sessions they then have. */
@Global()
@Module({
  controllers: [WaysInController, SignInController, LinksController, OwnAccountController, OwnSecondFactorController],
  providers: [
    ...[DemoSignIns, Doors, OwnAccount, OwnSecondFactor],
    ...[OneTimeLinks, Passwords, BackOff, Attempts, SecondFactor, SealAnew, FrontDoor],
    ...[PasswordSignIn, HalfWay, SignOut, LinkEntry, ForgottenPassword],
  ],
  exports: [OneTimeLinks, FrontDoor, SecondFactor],
})
export class SignInModule {}
