import type { InjectOptions } from 'fastify';
import type { UploadDto } from '#contracts/imports.dto.ts';

/** What is heard of a request. */
export interface Heard {
  statusCode: number;
  body: string;
  json<Answer = ReturnType<typeof JSON.parse>>(): Answer;
}

/** Asks as one person. */
export type Ask = (options: InjectOptions) => Promise<Heard>;

/** Begins to send a file. */
export async function beginUpload(ask: Ask, name: string, bytes: number): Promise<UploadDto> {
  const answer = await ask({ method: 'POST', url: '/api/v1/uploads', payload: { name, bytes } });
  if (answer.statusCode !== 201) throw new Error(`upload refused: ${answer.body}`);
  return answer.json();
}

/** Sends a piece that begins at `offset`. */
export function sendPiece(ask: Ask, id: string, offset: number, piece: Buffer): Promise<Heard> {
  return ask({
    method: 'PUT',
    url: `/api/v1/uploads/${id}/bytes?offset=${offset}`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: piece,
  });
}

/** Sends a whole file in as many pieces as it takes; tells its id. */
export async function uploadWhole(ask: Ask, name: string, content: string | Buffer): Promise<string> {
  const bytes = Buffer.from(content);
  const { id, pieceBytes } = await beginUpload(ask, name, bytes.length);
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const answer = await sendPiece(ask, id, from, bytes.subarray(from, from + pieceBytes));
    if (answer.statusCode !== 200) throw new Error(`piece refused: ${answer.body}`);
  }
  return id;
}
