import { answerOf, doneOf, http } from './http.ts';
import type { components } from './schema.gen.ts';

type Schemas = components['schemas'];

/** The calls of what a source's page says of its webhooks. */
export const webhooksApi = {
  webhooks: (code: string, signal?: AbortSignal) =>
    answerOf(http.GET('/api/v1/sources/{code}/webhooks', { params: { path: { code } }, signal })),

  make: (code: string, body: Schemas['NewWebhookDto']) =>
    answerOf(http.POST('/api/v1/sources/{code}/webhooks', { params: { path: { code } }, body })),

  change: (code: string, id: string, body: Schemas['WebhookEditDto']) =>
    answerOf(http.PATCH('/api/v1/sources/{code}/webhooks/{id}', { params: { path: { code, id } }, body })),

  renew: (code: string, id: string, body: Schemas['NewWebhookSecretDto']) =>
    answerOf(http.POST('/api/v1/sources/{code}/webhooks/{id}/secret', { params: { path: { code, id } }, body })),

  remove: (code: string, id: string) =>
    doneOf(http.DELETE('/api/v1/sources/{code}/webhooks/{id}', { params: { path: { code, id } } })),
};
