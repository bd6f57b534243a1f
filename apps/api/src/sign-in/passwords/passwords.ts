import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { matchesHash, nobodysHash, scryptHash } from './scrypt-hash.ts';

/** Each takes 32 MB while it lasts. */
const AT_ONCE = 2;
/** Beyond this nobody would wait to the end. */
const WAITING_AT_MOST = 60;

/** Hashes and checks passwords, two at a time, so that a rush to the door does not take the house's memory. */
@Injectable()
export class Passwords {
  private atWork = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly nobodys = nobodysHash();

  hash(password: string): Promise<string> {
    return this.inTurn(() => scryptHash(password));
  }

  /** True when it is the password; for an account without one, or none at all (null), false after as much work. */
  matches(password: string, hash: string | null): Promise<boolean> {
    return this.inTurn(async () => {
      const right = await matchesHash(password, hash ?? this.nobodys);
      return right && hash !== null;
    });
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.waiting.length >= WAITING_AT_MOST) throw new ServiceUnavailableException(BUSY);
    if (this.atWork === AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.atWork += 1;
    try {
      return await work();
    } finally {
      // The place is handed on, not given up, so that nobody slips in between.
      const next = this.waiting.shift();
      if (next !== undefined) next();
      else this.atWork -= 1;
    }
  }
}

const BUSY = 'Too many people are signing in at this moment: try again in a few seconds.';
