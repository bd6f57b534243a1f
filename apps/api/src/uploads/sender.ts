import { ForbiddenException } from '@nestjs/common';
import type { Person, Principal } from '../access/principal.ts';
import type { Scope } from '../database/scope.ts';

/** A person who sends files. */
export interface Sender {
  scope: Scope;
  person: Person;
}

/** Files are sent by people, who look at what becomes of them; machines send rows. */
export function senderOf({ scope, person }: Principal): Sender {
  if (person === undefined) {
    throw new ForbiddenException('Files are sent by people who have signed in. Send rows to /api/v1/ingest/.');
  }
  return { scope, person };
}
