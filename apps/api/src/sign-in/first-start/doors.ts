import { Injectable } from '@nestjs/common';
import { HOME_SCOPE } from '../../access/access.ts';
import { Database } from '../../database/database.ts';
import { PublicAddress } from '../../mail/public-address.ts';
import { OneTimeLinks } from '../one-time-links.ts';
import { DemoSignIns, disableDemoAccounts } from './demo-sign-ins.ts';
import { LINK_VALID_FOR_HOURS, firstAdministratorToken } from './first-administrator-link.ts';

/** Knows how people get in who have never been in: what whoever starts Bedside has to be told. */
@Injectable()
export class Doors {
  constructor(
    private readonly database: Database,
    private readonly demo: DemoSignIns,
    private readonly links: OneTimeLinks,
    private readonly address: PublicAddress,
  ) {}

  /**
   * Lines for the operator: the demo's sign-ins while the data is the demo's, a one-time link while there is no
   * administrator; none when everybody who should has a way in. `passwordFile` keeps the demo's passwords.
   */
  async describe(passwordFile: string): Promise<string[]> {
    const { isDemo, hasAdministrator } = await this.state();
    if (isDemo) return demoLines(await this.demo.ensure(passwordFile));
    await this.database.inScope(HOME_SCOPE, disableDemoAccounts);
    if (hasAdministrator) return [];
    const token = await firstAdministratorToken(this.database, HOME_SCOPE, this.links);
    return [
      `Nobody can sign in yet. Become the first administrator here, once, within ${LINK_VALID_FOR_HOURS} hours:`,
      `  ${this.address.link('/first-administrator', token)}`,
    ];
  }

  private state(): Promise<{ isDemo: boolean; hasAdministrator: boolean }> {
    return this.database.inScope(HOME_SCOPE, async ({ query, scope }) => {
      const [state] = await query<{ isDemo: boolean; hasAdministrator: boolean }>(
        `select coalesce((select demo from organisation where organisation_id = $1), false) as "isDemo",
           exists (select from account where organisation_id = $1 and role = 'administrator' and disabled_at is null
             and not demo and (password_hash is not null or identity_subject is not null)) as "hasAdministrator"`,
        [scope.organisationId],
      );
      if (state === undefined) throw new Error('a question without a table had no answer');
      return state;
    });
  }
}

function demoLines(signIns: readonly { email: string; role: string; password: string | null }[]): string[] {
  const widest = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length));
  const roles = widest(signIns.map(({ role }) => role));
  const emails = widest(signIns.map(({ email }) => email));
  return [
    'Sign in as one of these, for as long as the data is the demo’s:',
    ...signIns.map(
      ({ role, email, password }) =>
        `  ${role.replace('-', ' ').padEnd(roles)}  ${email.padEnd(emails)}  ${password ?? '(its password was changed)'}`,
    ),
  ];
}
