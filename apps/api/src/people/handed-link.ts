import { Injectable } from '@nestjs/common';
import type { LinkedPersonDto } from '#contracts/people.dto.ts';
import { Clock } from '../clock/clock.ts';
import type { Transaction } from '../database/database.ts';
import { Mailer } from '../mail/mailer.ts';
import { PublicAddress } from '../mail/public-address.ts';
import { INVITATION } from '../sign-in/letters/invitation.letter.ts';
import { letterLanguage } from '../sign-in/letters/letter-words.ts';
import { PASSWORD_RESET } from '../sign-in/letters/password-reset.letter.ts';
import { OneTimeLinks } from '../sign-in/one-time-links.ts';
import { describePerson, findPerson } from './describe-person.ts';

/** A link that is made, and not yet on its way. */
export interface MadeLink {
  link: string;
  letter: { to: string; subject: string; text: string };
  answer: Omit<LinkedPersonDto, 'link'>;
}

const HOUR_MS = 3_600_000;
const KINDS = {
  invitation: { path: '/invitation', words: INVITATION, hours: 7 * 24 },
  // As long as the letter says.
  'password-reset': { path: '/reset', words: PASSWORD_RESET, hours: 1 },
} as const;

/** Gives people links that let them in: by mail where that is set up, else through whoever made them. */
@Injectable()
export class HandedLink {
  constructor(
    private readonly links: OneTimeLinks,
    private readonly mailer: Mailer,
    private readonly address: PublicAddress,
    private readonly clock: Clock,
  ) {}

  async make(transaction: Transaction, accountId: string, purpose: keyof typeof KINDS): Promise<MadeLink> {
    const { path, words, hours } = KINDS[purpose];
    const goodUntil = new Date(this.clock.now() + hours * HOUR_MS).toISOString();
    const token = await this.links.create(transaction, { purpose, accountId, validForHours: hours });
    const person = await findPerson(transaction, accountId, this.clock.now());
    const [organisation] = await transaction.query<{ name: string }>(
      'select name from organisation where organisation_id = $1',
      [transaction.scope.organisationId],
    );
    const link = this.address.link(path, token);
    const facts = { link, organisation: organisation?.name ?? 'Bedside' };
    return {
      link,
      letter: { to: person.email, ...words[letterLanguage(person.language)](facts) },
      answer: { person: describePerson(person, transaction), goodUntil },
    };
  }

  /** Sends it once all is committed; what no mail server took is for whoever made it to hand over. */
  async handOver({ link, letter, answer }: MadeLink): Promise<LinkedPersonDto> {
    return { ...answer, link: (await this.mailer.send(letter)) ? null : link };
  }
}
