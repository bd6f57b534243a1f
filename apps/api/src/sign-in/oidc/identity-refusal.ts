/** Why somebody who came from the provider is not let in; the page they are shown has words for each. */
export type IdentityRefusal =
  /** It took too long, was answered already, or began in another browser. */
  | 'expired'
  /** They changed their mind at the provider, or it did not let them in. */
  | 'cancelled'
  /** The provider's answer was not what it has to be. */
  | 'not-valid'
  | 'unreachable'
  | 'no-role'
  | 'no-department'
  | 'no-email'
  /** An account of that address is here, and nobody has said that it is theirs. */
  | 'not-invited'
  | 'disabled';
