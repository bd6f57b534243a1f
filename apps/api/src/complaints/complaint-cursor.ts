import { BadRequestException } from '@nestjs/common';

/** Where a page of the list ended: open before closed, then its place among those, then its number. */
export type ComplaintCursor = readonly [closed: number, place: number, number: number];

export function writeCursor(cursor: ComplaintCursor): string {
  return Buffer.from(cursor.join('.')).toString('base64url');
}

export function readCursor(text: string | undefined): ComplaintCursor | null {
  if (text === undefined) return null;
  const parts = /^([01])\.(-?\d{1,9})\.(-?\d{1,10})$/.exec(Buffer.from(text, 'base64url').toString('latin1'));
  if (parts === null) throw new BadRequestException('cursor must be the next value of an earlier page');
  return [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}
