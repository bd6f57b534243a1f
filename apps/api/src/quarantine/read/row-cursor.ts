import { BadRequestException } from '@nestjs/common';

/** Where a page of the list ended. */
export interface RowCursor {
  seenAt: number;
  row: number;
  id: string;
}

export const writeCursor = ({ seenAt, row, id }: RowCursor): string =>
  Buffer.from([seenAt, row, id].join('.')).toString('base64url');

export function readCursor(text: string | undefined): RowCursor | null {
  if (text === undefined) return null;
  const parts = /^(\d{1,14})\.(\d{1,15})\.([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString('latin1'));
  if (parts === null) throw new BadRequestException('cursor must be the next value of an earlier page');
  return { seenAt: Number(parts[1]), row: Number(parts[2]), id: parts[3] ?? '' };
}
