import type { SecretOwner } from '../sign-in/second-factor/secret-keys.ts';
import type { WebhookPlace } from './webhook-address.ts';

/** Whose a sealed secret is: it opens for no other webhook, and for no account. */
export const ownerOf = ({ organisationId, id }: WebhookPlace): SecretOwner => ({
  organisationId,
  id: `webhook ${id}`,
});
