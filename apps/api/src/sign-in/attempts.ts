import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/database.ts';
import { BackOff } from './back-off/back-off.ts';
import { type Bucket, bucketOf, networkOf } from './back-off/bucket.ts';
import type { Visitor } from './visitor.ts';

/** An attempt that was counted as failed, to be forgiven if it was right. */
export interface Attempt {
  counted: readonly Bucket[];
  /** Of these a success wipes the slate. */
  own: readonly Bucket[];
}

/** Decides what an attempt counts against: a device that has been let in before answers for itself alone. */
@Injectable()
export class Attempts {
  constructor(private readonly backOff: BackOff) {}

  /** Somebody tries a password for an email address, known or not; throws TooEarly when they have to wait. */
  async countPassword(transaction: Transaction, visitor: Visitor, email: string): Promise<Attempt> {
    const device = await this.knownDevice(transaction, visitor, email);
    const network = networkOf(visitor.address);
    const pair = bucketOf('pair', email, network);
    const counted = device ? [device] : [pair, bucketOf('account', email), bucketOf('address', network)];
    await this.backOff.countAttempt(transaction, counted);
    return { counted, own: device ? [device] : [pair] };
  }

  /** Somebody who knows the password tries a code. */
  async countCode(transaction: Transaction, visitor: Visitor, email: string): Promise<Attempt> {
    const device = await this.knownDevice(transaction, visitor, email);
    const bucket = bucketOf('second-factor', email, device?.key.toString('hex') ?? '');
    await this.backOff.countAttempt(transaction, [bucket]);
    return { counted: [bucket], own: [bucket] };
  }

  forgive(transaction: Transaction, { counted, own }: Attempt): Promise<void> {
    return this.backOff.forgive(transaction, counted, own);
  }

  /** From now on a device is known to have been let in to an account. */
  async remember(transaction: Transaction, deviceText: string, email: string): Promise<void> {
    await this.backOff.forgive(transaction, [], [bucketOf('device', deviceText, email)]);
  }

  private async knownDevice(
    transaction: Transaction,
    { deviceText }: Visitor,
    email: string,
  ): Promise<Bucket | undefined> {
    if (deviceText === undefined) return undefined;
    const device = bucketOf('device', deviceText, email);
    return (await this.backOff.knows(transaction, device)) ? device : undefined;
  }
}
