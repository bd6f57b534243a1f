import { randomBytes } from 'node:crypto';

/** Without those that look alike; 32, so that a byte falls on each as often as on any other. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const LENGTH = 16;

/** 80 random bits that people can read out and type: `abcd-efgh-jkmn-pqrs`. */
export function readableSecret(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
