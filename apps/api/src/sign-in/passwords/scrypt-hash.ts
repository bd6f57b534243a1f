import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** What a guess costs: N = 2^costLog2, blocks of r, p lanes. */
export interface ScryptCost {
  costLog2: number;
  blockSize: number;
  lanes: number;
}

/** As OWASP asks for N = 2^15: 32 MB and about a third of a second a guess. */
export const COST: ScryptCost = { costLog2: 15, blockSize: 8, lanes: 3 };

const SALT_BYTES = 16;
const KEY_BYTES = 32;
const ENCODED = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/;

/** A password's hash with what it takes to check it: `$scrypt$ln=15,r=8,p=3$salt$key`. */
export async function scryptHash(password: string, cost: ScryptCost = COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, cost);
  return encode(cost, salt, key);
}

/** A hash of today that no password has: checking against it takes as long as against a real one. */
export const nobodysHash = (): string => encode(COST, randomBytes(SALT_BYTES), randomBytes(KEY_BYTES));

export async function matchesHash(password: string, encoded: string): Promise<boolean> {
  const { cost, salt, key } = decode(encoded);
  return timingSafeEqual(await derive(password, salt, cost), key);
}

/** True when a guess against it would cost less than one against a hash of today. */
export function weakerThanToday(encoded: string): boolean {
  const { costLog2, blockSize, lanes } = decode(encoded).cost;
  return costLog2 < COST.costLog2 || blockSize < COST.blockSize || lanes < COST.lanes;
}

function encode({ costLog2, blockSize, lanes }: ScryptCost, salt: Buffer, key: Buffer): string {
  return `$scrypt$ln=${costLog2},r=${blockSize},p=${lanes}$${plain(salt)}$${plain(key)}`;
}

function decode(encoded: string): { cost: ScryptCost; salt: Buffer; key: Buffer } {
  const [, costLog2, blockSize, lanes, salt = '', key = ''] = ENCODED.exec(encoded) ?? [];
  if (costLog2 === undefined) throw new Error('a stored password hash is none');
  return {
    cost: { costLog2: Number(costLog2), blockSize: Number(blockSize), lanes: Number(lanes) },
    salt: Buffer.from(salt, 'base64'),
    key: Buffer.from(key, 'base64'),
  };
}

/** Keyboards write the same letter in different ways; people cannot know which. */
const sameLetters = (password: string): string => password.normalize('NFKC');

function derive(password: string, salt: Buffer, { costLog2, blockSize, lanes }: ScryptCost): Promise<Buffer> {
  const N = 2 ** costLog2;
  const options = { N, r: blockSize, p: lanes, maxmem: 256 * N * blockSize };
  return new Promise((resolve, reject) => {
    scrypt(sameLetters(password), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

const plain = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
