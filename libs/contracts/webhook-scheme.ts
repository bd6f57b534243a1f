/** How a sender signs what it delivers: as Standard Webhooks says, or as Zendesk does. */
export const WEBHOOK_SCHEMES = ['standard-webhooks', 'zendesk'] as const;
export type WebhookScheme = (typeof WEBHOOK_SCHEMES)[number];

/** What a delivery may hold: rows as the REST API takes them, objects that a mapping reads, or what a known system sends. */
export const WEBHOOK_FORMATS = [
  'rows',
  'json',
  'zendesk',
  'freshdesk',
  'fhir',
  'google-reviews',
  'trustpilot',
] as const;
export type WebhookFormat = (typeof WEBHOOK_FORMATS)[number];

/** Formats that leave open what a row is, so that the webhook has to say it. */
export const FORMATS_OF_ANY_KIND: readonly WebhookFormat[] = ['rows', 'json'];

/** Why a delivery was turned away. */
export const WEBHOOK_FAULTS = [
  'unsigned',
  'wrong-signature',
  'outside-window',
  'secret-unreadable',
  'other-body',
  'paused',
  'too-large',
  'not-json',
  'unreadable',
] as const;
export type WebhookFault = (typeof WEBHOOK_FAULTS)[number];
