import { BadRequestException } from '@nestjs/common';

/** Where a page ended: the last record's instant in ms, and its id. */
export interface RecordCursor {
  at: number;
  id: string;
}

const WRITTEN = /^(-?\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function writeCursor({ at, id }: RecordCursor): string {
  return Buffer.from(`${at}.${id}`).toString('base64url');
}

/** Null for the first page; anything but an earlier page's `next` is refused. */
export function readCursor(text: string | undefined): RecordCursor | null {
  if (text === undefined) return null;
  const [, at, id] = WRITTEN.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? [];
  if (at === undefined || id === undefined || Math.abs(Number(at)) > MOST_MS) {
    throw new BadRequestException(['cursor must be the next value of an earlier page']);
  }
  return { at: Number(at), id };
}

/** The last instant that a Date can hold. */
const MOST_MS = 8.64e15;
