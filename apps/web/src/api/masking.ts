import { answerOf, http } from './http.ts';
import type { components } from './schema.gen.ts';

type Schemas = components['schemas'];

/** The calls about what is masked before words are stored. */
export const maskingApi = {
  of: (code: string, signal?: AbortSignal) =>
    answerOf(http.GET('/api/v1/sources/{code}/masking', { params: { path: { code } }, signal })),

  change: (code: string, body: Schemas['MaskingEditDto']) =>
    answerOf(http.PATCH('/api/v1/sources/{code}/masking', { params: { path: { code } }, body })),

  try: (body: Schemas['MaskingTrialDto']) => answerOf(http.POST('/api/v1/masking/trial', { body })),
};
