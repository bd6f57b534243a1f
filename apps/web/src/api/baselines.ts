import type { BaselineDto, BaselinesDto } from '#contracts/baselines.dto.ts';
import { answerOf, doneOf, http } from './http.ts';
import type { components } from './schema.gen.ts';

/** What somebody says of a baseline. */
export type BaselineSaying = components['schemas']['BaselineSayingDto'];

/** What people say of the weeks that others are judged by. */
export const baselinesApi = {
  list: (metric: string, signal?: AbortSignal): Promise<BaselinesDto> =>
    answerOf(http.GET('/api/v1/baselines', { params: { query: { metric } }, signal })),

  say: (body: BaselineSaying): Promise<BaselineDto> => answerOf(http.POST('/api/v1/baselines', { body })),

  takeBack: (id: string): Promise<void> => doneOf(http.DELETE('/api/v1/baselines/{id}', { params: { path: { id } } })),
};
