import { userInfo } from 'node:os';
import type { Actor } from '../database/scope.ts';

/** Whoever works on the installation from its command line, as the machine knows them. */
export function commandLineActor(): Actor {
  return { kind: 'system', id: null, name: `command line (${userName()})`, address: null };
}

/** A container may run as a user without a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'without a name'}`;
  }
}
