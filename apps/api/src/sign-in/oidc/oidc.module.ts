import { Global, Module } from '@nestjs/common';
import { IdentityProvider } from './identity-provider.ts';
import { IdentityRequests } from './identity-requests.ts';
import { OidcController } from './oidc.controller.ts';
import { OidcSignIn } from './oidc-sign-in.ts';

/** Sign-in with the hospital's own identity provider, by OpenID Connect. */
@Global()
@Module({
  controllers: [OidcController],
  providers: [IdentityProvider, IdentityRequests, OidcSignIn],
  exports: [IdentityProvider],
})
export class OidcModule {}
