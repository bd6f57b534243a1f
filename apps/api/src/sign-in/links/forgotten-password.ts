import { Injectable, Logger } from '@nestjs/common';
import { wholeOf } from '../../access/access.ts';
import { audit } from '../../audit/audit.ts';
import { Database } from '../../database/database.ts';
import { Mailer } from '../../mail/mailer.ts';
import { PublicAddress } from '../../mail/public-address.ts';
import { accountByEmail } from '../account.ts';
import { BackOff } from '../back-off/back-off.ts';
import { bucketOf, networkOf } from '../back-off/bucket.ts';
import { letterLanguage } from '../letters/letter-words.ts';
import { PASSWORD_RESET } from '../letters/password-reset.letter.ts';
import { OneTimeLinks } from '../one-time-links.ts';
import { type Visitor, strangerAt } from '../visitor.ts';

const VALID_FOR_HOURS = 1;

/** Sends a link for a new password to whoever has an account; whoever asks learns nothing, not even by waiting. */
@Injectable()
export class ForgottenPassword {
  private readonly logger = new Logger('sign-in');

  constructor(
    private readonly database: Database,
    private readonly backOff: BackOff,
    private readonly links: OneTimeLinks,
    private readonly mailer: Mailer,
    private readonly address: PublicAddress,
  ) {}

  /** Returns before anything is looked up; throws TooEarly when an address, of either kind, has asked too often. */
  async ask(organisationId: string, email: string, visitor: Visitor): Promise<void> {
    await this.database.inScope(wholeOf(organisationId), (transaction) =>
      this.backOff.countAttempt(transaction, [
        bucketOf('letter', email),
        bucketOf('address', 'letters', networkOf(visitor.address)),
      ]),
    );
    this.sendLetter(organisationId, email, visitor).catch((error: unknown) => {
      this.logger.error(`a letter was not sent: ${error instanceof Error ? error.name : 'unknown'}`);
    });
  }

  private async sendLetter(organisationId: string, email: string, visitor: Visitor): Promise<void> {
    if (!this.mailer.configured) return;
    const scope = wholeOf(organisationId, strangerAt(visitor.address));
    const letter = await this.database.inScope(scope, async (transaction) => {
      const account = await accountByEmail(transaction, email);
      // Whoever never had a password comes in another way, and must go on doing so.
      if (account === undefined || account.shut || account.passwordHash === null) return null;
      const wish = { purpose: 'password-reset', accountId: account.id, validForHours: VALID_FOR_HOURS } as const;
      const link = this.address.link('/reset', await this.links.create(transaction, wish));
      const [organisation] = await transaction.query<{ name: string }>(
        'select name from organisation where organisation_id = $1',
        [organisationId],
      );
      audit(transaction, { action: 'password.forgotten', subject: { kind: 'account', id: account.id } });
      return PASSWORD_RESET[letterLanguage(account.language)]({ link, organisation: organisation?.name ?? 'Bedside' });
    });
    if (letter !== null) await this.mailer.send({ to: email, ...letter });
  }
}
