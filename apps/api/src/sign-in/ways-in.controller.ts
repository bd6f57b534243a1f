import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WaysInDto } from '#contracts/sign-in.dto.ts';
import { HOME_SCOPE } from '../access/access.ts';
import { OpenToAll } from '../access/needs.decorator.ts';
import { Database } from '../database/database.ts';
import { Mailer } from '../mail/mailer.ts';
import { IdentityProvider } from './oidc/identity-provider.ts';

@ApiTags('sign-in')
@Controller('api/v1/sign-in')
@OpenToAll()
export class WaysInController {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly provider: IdentityProvider,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What the door offers' })
  @ApiOkResponse({ type: WaysInDto })
  async waysIn(): Promise<WaysInDto> {
    const demo = await this.database.inScope(HOME_SCOPE, async ({ query, scope }) => {
      const [row] = await query<{ demo: boolean }>('select demo from organisation where organisation_id = $1', [
        scope.organisationId,
      ]);
      return row?.demo ?? false;
    });
    const { name } = this.provider;
    return { demo, mail: this.mailer.configured, identityProvider: name === null ? null : { name } };
  }
}
