import { randomUUID } from 'node:crypto';
import { Injectable, NotFoundException } from '@nestjs/common';
import type { LinkOwnerDto } from '#contracts/sign-in.dto.ts';
import { wholeOf } from '../../access/access.ts';
import { type Token, readToken } from '../../access/secret.ts';
import { Database, type Transaction } from '../../database/database.ts';
import { type Account, accountByEmail, accountById, actorOf } from '../account.ts';
import { FrontDoor } from '../front-door.ts';
import { type LinkPurpose, OneTimeLinks } from '../one-time-links.ts';
import { type Admission, nextStep } from '../password-sign-in.ts';
import { Passwords } from '../passwords/passwords.ts';
import { refuseMisfit } from '../passwords/password-refusal.ts';
import { endSessions, setPassword } from '../set-password.ts';
import type { AcceptInvitationDto, FirstAdministratorDto, ResetPasswordDto } from '../sign-in.dto.ts';
import type { Visitor } from '../visitor.ts';
import { saveAdministrator, saveGuest } from './link-accounts.query.ts';

/** Lets people in by a link they were handed: with it they choose a password, and are in. */
@Injectable()
export class LinkEntry {
  constructor(
    private readonly database: Database,
    private readonly links: OneTimeLinks,
    private readonly passwords: Passwords,
    private readonly door: FrontDoor,
  ) {}

  /** Whom a link is for, before it is used. */
  async look(purpose: LinkPurpose, text: string): Promise<LinkOwnerDto> {
    const { account } = await this.find(purpose, text);
    return { email: account?.email ?? null, name: account?.name ?? null };
  }

  /**
   * Makes the first administrator. Somebody who has an account of that address already, and has lost the way into it,
   * gets it back as an administrator's, without its second factor.
   */
  async firstAdministrator(wish: FirstAdministratorDto, visitor: Visitor): Promise<Admission> {
    const { token } = await this.find('first-administrator', wish.token);
    const { organisationId } = token;
    const known = await this.database.inScope(wholeOf(organisationId), (transaction) =>
      accountByEmail(transaction, wish.email),
    );
    refuseMisfit(wish.password, wish);
    const hash = await this.passwords.hash(wish.password);
    const person = { id: known?.id ?? randomUUID(), name: wish.name };
    return this.asThemselves(token, person, visitor, async (transaction) => {
      await this.use(transaction, 'first-administrator', token);
      await saveAdministrator(transaction, { ...person, email: wish.email, language: wish.language ?? null });
      return this.comeIn(transaction, person.id, hash, visitor);
    });
  }

  /** Makes the account somebody was invited to their own. */
  async acceptInvitation(wish: AcceptInvitationDto, visitor: Visitor): Promise<Admission> {
    const { token, account } = await this.findOwned('invitation', wish.token);
    refuseMisfit(wish.password, { email: account.email, name: wish.name });
    const hash = await this.passwords.hash(wish.password);
    const person = { id: account.id, name: wish.name };
    return this.asThemselves(token, person, visitor, async (transaction) => {
      await this.use(transaction, 'invitation', token);
      await saveGuest(transaction, { ...person, language: wish.language ?? null });
      return this.comeIn(transaction, account.id, hash, visitor);
    });
  }

  /** A new password for one that was forgotten; whoever is signed in with the old one is signed out. */
  async resetPassword({ token: text, password }: ResetPasswordDto, visitor: Visitor): Promise<Admission> {
    const { token, account } = await this.findOwned('password-reset', text);
    refuseMisfit(password, account);
    const hash = await this.passwords.hash(password);
    return this.asThemselves(token, account, visitor, async (transaction) => {
      await this.use(transaction, 'password-reset', token);
      return this.comeIn(transaction, account.id, hash, visitor);
    });
  }

  private asThemselves<Result>(
    { organisationId }: Token,
    person: { id: string; name: string },
    { address }: Visitor,
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    return this.database.inScope(wholeOf(organisationId, actorOf(person, address)), work);
  }

  private async comeIn(transaction: Transaction, id: string, hash: string, visitor: Visitor): Promise<Admission> {
    await endSessions(transaction, id);
    await setPassword(transaction, id, hash, 'link');
    const account = await accountById(transaction, id);
    if (account === undefined || account.shut) throw worthless();
    const next = nextStep(account);
    if (next === 'in') return { next, ...(await this.door.letIn(transaction, visitor, account, 'link')) };
    return { next, token: await this.door.halfWay(transaction, visitor, account) };
  }

  private async use(transaction: Transaction, purpose: LinkPurpose, { secretHash }: Token): Promise<void> {
    if ((await this.links.use(transaction, purpose, secretHash)) === undefined) throw worthless();
  }

  private async findOwned(purpose: LinkPurpose, text: string): Promise<{ token: Token; account: Account }> {
    const { token, account } = await this.find(purpose, text);
    if (account === undefined) throw worthless();
    return { token, account };
  }

  private async find(purpose: LinkPurpose, text: string): Promise<{ token: Token; account: Account | undefined }> {
    const token = readToken(text.trim());
    if (token === undefined) throw worthless();
    return this.database.inScope(wholeOf(token.organisationId), async (transaction) => {
      const link = await this.links.find(transaction, purpose, token.secretHash);
      if (link === undefined) throw worthless();
      if (link.accountId === null) return { token, account: undefined };
      const account = await accountById(transaction, link.accountId);
      if (account === undefined || account.shut) throw worthless();
      return { token, account };
    });
  }
}

const worthless = (): NotFoundException =>
  new NotFoundException({
    statusCode: 404,
    message: 'This link was used already, has run out, or was never given out. Ask for a new one.',
    error: 'Not Found',
    reason: 'link-worthless',
  });
