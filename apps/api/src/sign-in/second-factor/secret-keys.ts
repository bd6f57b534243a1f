import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Whose secret it is: sealed for one account, it opens for no other. */
export interface SecretOwner {
  organisationId: string;
  id: string;
}

export interface OpenedSecret {
  secret: Buffer;
  /** Sealed with a key that new secrets are not sealed with any more. */
  outdated: boolean;
}

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const FORMAT = 1;
const [KEY_ID_BYTES, IV_BYTES, TAG_BYTES] = [8, 12, 16];
const [IV_AT, TAG_AT] = [1 + KEY_ID_BYTES, 1 + KEY_ID_BYTES + IV_BYTES];
const SEALED_AT = TAG_AT + TAG_BYTES;

/** Names what seals the secrets of second factors, which whoever creates the app provides; undefined without a key. */
export const SECRET_KEYS = Symbol('what seals the secrets of second factors');

/**
 * Keeps the secrets of second factors unreadable for whoever has the database alone: AES-256-GCM, bound to the account.
 * What is stored is a format byte, the id of the key, the nonce, the tag, and the sealed secret.
 */
export class SecretKeys {
  private readonly byId: ReadonlyMap<string, Buffer>;
  private readonly newest: Buffer;

  /** The first key seals; every one opens what it sealed. */
  constructor(keys: readonly [Buffer, ...Buffer[]]) {
    this.newest = keys[0];
    this.byId = new Map(keys.map((key) => [idOf(key).toString('hex'), key]));
  }

  seal(secret: Buffer, owner: SecretOwner): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.newest, iv, { authTagLength: TAG_BYTES }).setAAD(boundTo(owner));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([Buffer.of(FORMAT), idOf(this.newest), iv, cipher.getAuthTag(), sealed]);
  }

  /** Null for what none of the keys has sealed for this owner, whether its key is gone or somebody changed it. */
  open(stored: Buffer, owner: SecretOwner): OpenedSecret | null {
    const key = this.byId.get(stored.subarray(1, IV_AT).toString('hex'));
    if (key === undefined || stored[0] !== FORMAT || stored.length <= SEALED_AT) return null;
    try {
      const decipher = createDecipheriv(CIPHER, key, stored.subarray(IV_AT, TAG_AT), { authTagLength: TAG_BYTES })
        .setAAD(boundTo(owner))
        .setAuthTag(stored.subarray(TAG_AT, SEALED_AT));
      const secret = Buffer.concat([decipher.update(stored.subarray(SEALED_AT)), decipher.final()]);
      return { secret, outdated: key !== this.newest };
    } catch {
      return null;
    }
  }
}

/** A new key as the text it is kept in. */
export const newSecretKey = (): string => `${randomBytes(KEY_BYTES).toString('base64')}\n`;

/** Reads keys, the one that seals first, from 32 bytes each in base64 or hex; undefined where a text is no such key. */
export function readSecretKeys(text: string): SecretKeys | undefined {
  const [newest, ...earlier] = text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => Buffer.from(part, /^[0-9a-f]{64}$/i.test(part) ? 'hex' : 'base64'));
  if (newest === undefined || [newest, ...earlier].some(({ length }) => length !== KEY_BYTES)) return undefined;
  return new SecretKeys([newest, ...earlier]);
}

/** Tells keys apart without telling anything of them. */
const idOf = (key: Buffer): Buffer =>
  createHash('sha256').update('bedside secret key').update(key).digest().subarray(0, KEY_ID_BYTES);

const boundTo = ({ organisationId, id }: SecretOwner): Buffer =>
  Buffer.from(`bedside second factor ${organisationId} ${id}`);
