import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { UploadDto } from '#contracts/imports.dto.ts';

/** Asks as one person. */
export type Ask = (options: InjectOptions) => Promise<LightMyRequestResponse>;

/** Begins to send a file. */
export async function beginUpload(ask: Ask, name: string, bytes: number): Promise<UploadDto> {
  const answer = await ask({ method: 'POST', url: '/api/v1/uploads', payload: { name, bytes } });
  if (answer.statusCode !== 201) throw new Error(`upload refused: ${answer.body}`);
  return answer.json();
}

/** Sends a piece that begins at `offset`. */
export function sendPiece(ask: Ask, id: string, offset: number, piece: Buffer): Promise<LightMyRequestResponse> {
  return ask({
    method: 'PUT',
    url: `/api/v1/uploads/${id}/bytes?offset=${offset}`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: piece,
  });
}

/** Sends a whole file in one piece; tells its id. */
export async function uploadWhole(ask: Ask, name: string, content: string | Buffer): Promise<string> {
  const bytes = Buffer.from(content);
  const { id } = await beginUpload(ask, name, bytes.length);
  const answer = await sendPiece(ask, id, 0, bytes);
  if (answer.statusCode !== 200) throw new Error(`piece refused: ${answer.body}`);
  return id;
}
