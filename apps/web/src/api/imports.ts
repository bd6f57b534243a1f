import type { ImportDto, ImportPreviewDto, ImportsDto, UploadDto, UploadsDto } from '#contracts/imports.dto.ts';
import { ApiFailure, apiFailureOf } from './api-failure.ts';

export interface PreviewWish {
  uploadId: string;
  source: string;
  kind?: string;
  format?: string;
  encoding?: string;
  delimiter?: string;
  sheet?: string;
  unfinished?: boolean;
  mapping?: object;
  useKept?: boolean;
}
export interface ImportWish extends PreviewWish {
  sourceName?: string;
  mapping: object;
  dryRun?: boolean;
}

async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, {
    method,
    signal,
    ...(body === undefined
      ? {}
      : body instanceof Blob
        ? { body, headers: { 'Content-Type': 'application/octet-stream' } }
        : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  }).catch(() => {
    throw new ApiFailure(0, []);
  });
  const text = await response.text();
  const json: unknown = text === '' ? undefined : JSON.parse(text);
  if (!response.ok) throw apiFailureOf(response.status, json);
  return json as T;
}

/** Sending files and importing them. */
export const importsApi = {
  uploads: (signal?: AbortSignal) => call<UploadsDto>('GET', '/api/v1/uploads', undefined, signal),
  beginUpload: (body: { name: string; bytes: number }) => call<UploadDto>('POST', '/api/v1/uploads', body),
  upload: (id: string, signal?: AbortSignal) => call<UploadDto>('GET', `/api/v1/uploads/${id}`, undefined, signal),
  sendPiece: (id: string, offset: number, piece: Blob, signal?: AbortSignal) =>
    call<UploadDto>('PUT', `/api/v1/uploads/${id}/bytes?offset=${offset}`, piece, signal),
  dropUpload: (id: string) => call<unknown>('DELETE', `/api/v1/uploads/${id}`),
  preview: (body: PreviewWish, signal?: AbortSignal) =>
    call<ImportPreviewDto>('POST', '/api/v1/imports/preview', body, signal),
  begin: (body: ImportWish) => call<ImportDto>('POST', '/api/v1/imports', body),
  imports: (query: { source?: string; before?: string; limit?: number }, signal?: AbortSignal) =>
    call<ImportsDto>(
      'GET',
      `/api/v1/imports?${new URLSearchParams(Object.entries(query).flatMap(([k, v]) => (v === undefined ? [] : [[k, String(v)]])))}`,
      undefined,
      signal,
    ),
  import: (id: string, signal?: AbortSignal) => call<ImportDto>('GET', `/api/v1/imports/${id}`, undefined, signal),
  stop: (id: string) => call<ImportDto>('POST', `/api/v1/imports/${id}/stop`),
  undo: (id: string) => call<ImportDto>('POST', `/api/v1/imports/${id}/undo`),
};
