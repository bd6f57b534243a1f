import { answerOf, http } from './http.ts';
import type { components } from './schema.gen.ts';

type Schemas = components['schemas'];

export type QuarantineFilter = Schemas['QuarantineFilterDto'];
export type QuarantineRow = Schemas['QuarantineRowDto'];
export type QuarantineEntry = Schemas['QuarantineEntryDto'];
export type QuarantineField = Schemas['QuarantineFieldDto'];
export type RedriveWish = Schemas['RedriveAskedDto'];
export type Redrive = Schemas['RedriveDto'];
export type Redrives = Schemas['RedrivesDto'];

/** Rows that were set aside: looked at, mended, driven in again. */
export const quarantineApi = {
  reasons: (body: QuarantineFilter, signal?: AbortSignal) =>
    answerOf(http.POST('/api/v1/quarantine/reasons', { body, signal })),

  rows: (body: Schemas['QuarantineSearchDto'], signal?: AbortSignal) =>
    answerOf(http.POST('/api/v1/quarantine/search', { body, signal })),

  row: (id: string, signal?: AbortSignal) =>
    answerOf(http.GET('/api/v1/quarantine/{id}', { params: { path: { id } }, signal })),

  mend: (id: string, body: Schemas['MendDto']) =>
    answerOf(http.PATCH('/api/v1/quarantine/{id}', { params: { path: { id } }, body })),

  redrive: (body: RedriveWish) => answerOf(http.POST('/api/v1/quarantine/redrive', { body })),

  redrives: (signal?: AbortSignal) => answerOf(http.GET('/api/v1/quarantine/redrives', { signal })),

  stopRedrives: (imports: string[]) => answerOf(http.POST('/api/v1/quarantine/redrives/stop', { body: { imports } })),

  dismiss: (body: Schemas['DismissDto']) => answerOf(http.POST('/api/v1/quarantine/dismiss', { body })),

  restore: (body: Schemas['QuarantineRowsDto']) => answerOf(http.POST('/api/v1/quarantine/restore', { body })),

  export: (body: QuarantineFilter) => answerOf(http.POST('/api/v1/quarantine/export', { body, parseAs: 'text' })),
};
