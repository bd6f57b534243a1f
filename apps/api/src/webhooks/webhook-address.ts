import { isUuid } from '../database/scope.ts';

/** Which webhook an address belongs to, and of which organisation. */
export interface WebhookPlace {
  organisationId: string;
  id: string;
}

const packed = (uuid: string): string => uuid.replaceAll('-', '');
const unpacked = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The address of a webhook. Its id is random, so nobody comes upon it; what lets anybody in is the signature. */
export const webhookPath = ({ organisationId, id }: WebhookPlace): string =>
  `/api/v1/webhooks/${packed(organisationId)}${packed(id)}`;

/** Reads the last part of such an address; undefined for what can be none. */
export function placeIn(text: string): WebhookPlace | undefined {
  if (!/^[0-9a-f]{64}$/.test(text)) return undefined;
  const place = { organisationId: unpacked(text.slice(0, 32)), id: unpacked(text.slice(32)) };
  return isUuid(place.organisationId) && isUuid(place.id) ? place : undefined;
}
