import type { ImportDto, ImportPreviewDto, ImportsDto, InboxFilesDto } from '#contracts/imports.dto.ts';
import { answerOf, doneOf, http } from './http.ts';
import type { components } from './schema.gen.ts';

type Schemas = components['schemas'];

/** How a file is to be looked at; a description cannot say what a mapping may hold, so that is said here. */
export type PreviewWish = Omit<Schemas['PreviewWishDto'], 'mapping'> & { mapping?: object };
/** How a file is to be taken in. */
export type ImportWish = Omit<Schemas['NewImportDto'], 'mapping'> & { mapping: object };

/** Which of the imports: those of a source, those before one, so many. */
export interface ImportsAsked {
  source?: string;
  before?: string;
  limit: number;
}

/** An answer as the contract says it; mappings and counts by reason have no names that a description could give. */
const told = <Answer>(answer: Promise<unknown>): Promise<Answer> => answer as Promise<Answer>;

/** Sending files and importing them. */
export const importsApi = {
  uploads: (signal?: AbortSignal) => answerOf(http.GET('/api/v1/uploads', { signal })),

  beginUpload: (body: Schemas['NewUploadDto']) => answerOf(http.POST('/api/v1/uploads', { body })),

  upload: (id: string, signal?: AbortSignal) =>
    answerOf(http.GET('/api/v1/uploads/{id}', { params: { path: { id } }, signal })),

  inboxFiles: (signal?: AbortSignal) => told<InboxFilesDto>(answerOf(http.GET('/api/v1/inbox', { signal }))),

  prepareInboxFile: (body: Schemas['PrepareInboxFileDto']) =>
    answerOf(http.POST('/api/v1/inbox/preparation', { body })),

  sendPiece: (id: string, offset: number, piece: ArrayBuffer, signal?: AbortSignal) =>
    answerOf(
      http.PUT('/api/v1/uploads/{id}/bytes', {
        params: { path: { id }, query: { offset } },
        // Described as text, since a description has no bytes.
        body: '',
        bodySerializer: () => piece,
        headers: { 'Content-Type': 'application/octet-stream' },
        signal,
      }),
    ),

  dropUpload: (id: string) => doneOf(http.DELETE('/api/v1/uploads/{id}', { params: { path: { id } } })),

  preview: (wish: PreviewWish, signal?: AbortSignal) =>
    told<ImportPreviewDto>(
      answerOf(http.POST('/api/v1/imports/preview', { body: wish as Schemas['PreviewWishDto'], signal })),
    ),

  begin: (wish: ImportWish) =>
    told<ImportDto>(answerOf(http.POST('/api/v1/imports', { body: wish as Schemas['NewImportDto'] }))),

  imports: (query: ImportsAsked, signal?: AbortSignal) =>
    told<ImportsDto>(answerOf(http.GET('/api/v1/imports', { params: { query }, signal }))),

  import: (id: string, signal?: AbortSignal) =>
    told<ImportDto>(answerOf(http.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal }))),

  stop: (id: string) => told<ImportDto>(answerOf(http.POST('/api/v1/imports/{id}/stop', { params: { path: { id } } }))),

  undo: (id: string) => told<ImportDto>(answerOf(http.POST('/api/v1/imports/{id}/undo', { params: { path: { id } } }))),
};
