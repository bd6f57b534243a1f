import { Injectable } from '@nestjs/common';
import { wholeOf } from '../access/access.ts';
import { readToken } from '../access/secret.ts';
import { Sessions } from '../access/sessions.ts';
import { Database } from '../database/database.ts';
import { actorOf } from './account.ts';
import { FrontDoor } from './front-door.ts';
import { type Visitor, strangerAt } from './visitor.ts';

/** Ends the session of whoever leaves, whatever state it is in. */
@Injectable()
export class SignOut {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly door: FrontDoor,
  ) {}

  async signOut({ sessionText, address }: Visitor): Promise<void> {
    const token = readToken(sessionText ?? '');
    if (token === undefined) return;
    const { organisationId, secretHash } = token;
    const session = await this.database.inScope(wholeOf(organisationId), (transaction) =>
      this.sessions.find(transaction, secretHash),
    );
    const actor = session ? actorOf({ id: session.accountId, name: session.name }, address) : strangerAt(address);
    await this.database.inScope(wholeOf(organisationId, actor), (transaction) =>
      this.door.leave(transaction, sessionText, 'signed-out'),
    );
  }
}
