/** Signs what nobody but Bedside itself may have written, and tells its own signatures from others. */
export interface Signer {
  /** By which everybody can check a signature: an Ed25519 key as base64 of its SPKI form, the body of a PEM. */
  readonly publicKey: string;
  sign(text: string): Buffer;
  signed(text: string, signature: Buffer): boolean;
}

/** Names the signer that whoever creates the app provides; undefined where there is no key to sign with. */
export const SIGNER = Symbol('what signs the audit trail');
