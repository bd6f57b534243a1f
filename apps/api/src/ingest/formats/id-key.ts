import { createHmac, randomBytes } from 'node:crypto';

/**
 * The secret under which formats hash ids that may be a patient's own: there are so few numbers of patients that a plain
 * hash is undone by trying them all. It is the one that makes pseudonyms, so that the same number has the same id in
 * every file. Until an organisation is set up nobody knows it; ids then hold for one reading alone, as in a preview.
 */
export class IdKey {
  private key: Buffer;

  constructor(key?: Buffer) {
    this.key = key ?? randomBytes(32);
  }

  /** What an organisation that was set up meanwhile has for a secret. */
  learn(key?: Buffer): void {
    this.key = key ?? this.key;
  }

  /** The id of what these parts make up: the same for the same parts, and nobody without the secret gets back to them. */
  hashOf(parts: readonly string[]): string {
    return createHmac('sha256', this.key).update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  }
}
