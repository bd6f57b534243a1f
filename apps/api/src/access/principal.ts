import type { Role } from '#domain/role.ts';
import type { Scope } from '../database/scope.ts';
import type { Abilities } from './abilities.ts';

/** A person who signed in. */
export interface Person {
  accountId: string;
  sessionId: string;
  email: string;
  name: string;
  role: Role;
  language: string | null;
  /** The departments given to them, without those below; empty for a role that sees the whole organisation. */
  departmentIds: readonly string[];
}

/** Whoever a request comes from, and what they may do and see, as of this very request. */
export interface Principal {
  abilities: Abilities;
  scope: Scope;
  person?: Person;
  /** The one source whose rows the bearer of a key may send, by its code. */
  sourceCode?: string;
}
