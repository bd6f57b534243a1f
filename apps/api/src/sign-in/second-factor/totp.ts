import { Secret, TOTP } from 'otpauth';

/** As long as RFC 4226 asks for. */
export const TOTP_SECRET_BYTES = 20;
const STEP_SECONDS = 30;
/** Clocks differ a little: the codes before and after count as well. */
const STEPS_AROUND = 1;

/** What an authenticator app takes in, as text and as the address in a QR code. */
export interface TotpInvitation {
  secret: string;
  uri: string;
}

/** A fresh secret. */
export const newTotpSecret = (): Buffer => Buffer.from(new Secret({ size: TOTP_SECRET_BYTES }).bytes);

export function totpInvitation(secret: Buffer, email: string): TotpInvitation {
  const shown = new Secret({ buffer: copyOf(secret) });
  return { secret: shown.base32, uri: new TOTP({ issuer: 'Bedside', label: email, secret: shown }).toString() };
}

/** The step of time a code is of, if it is one of now: the same step must not be taken twice. Null for a wrong code. */
export function stepOfCode(secret: Buffer, code: string, nowMs: number): number | null {
  const shown = new Secret({ buffer: copyOf(secret) });
  const delta = TOTP.validate({ token: code, secret: shown, timestamp: nowMs, window: STEPS_AROUND });
  return delta === null ? null : Math.floor(nowMs / 1000 / STEP_SECONDS) + delta;
}

const copyOf = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer;
