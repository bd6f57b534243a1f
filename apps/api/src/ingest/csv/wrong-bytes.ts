/** What reading a file has met that is no text: bytes that its encoding does not have, and NULs. */
export interface WrongBytes {
  found: boolean;
  /** The file ended in the middle of a character. */
  cutOff: boolean;
}

export const noWrongBytes = (): WrongBytes => ({ found: false, cutOff: false });

const MARK = '\0';
const MARKED = /\0([0-9A-F?]{2})/g;
const NUL = /\0(?!00)[0-9A-F?]{2}/;
/** A disk that lost its power leaves NULs by the thousand. */
const RUN = /(\\x[0-9A-F?]{2})\1{8,}/g;

/** How a byte that is no text stands in the text of a file until its line has been told apart; undefined where it is not known. */
export const markOf = (byte: number | undefined): string =>
  MARK + (byte === undefined ? '??' : byte.toString(16).toUpperCase().padStart(2, '0'));

export const isMarked = (text: string): boolean => text.includes(MARK);

/** True where bytes are marked that another encoding would explain; NULs alone are none's. */
export const isForeign = (text: string): boolean => NUL.test(text);

/** The text with its wrong bytes as people can read them, and as they can be stored: `caf\xE9`. */
export const withBytesShown = (text: string): string =>
  isMarked(text)
    ? text.replace(MARKED, '\\x$1').replace(RUN, (run: string, one: string) => `${one}{${run.length / one.length}}`)
    : text;
