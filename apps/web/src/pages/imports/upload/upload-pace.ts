/** How quickly a file goes up: bytes a millisecond, 0 while nothing has gone yet. */
export type Pace = number;

const FIRST_PIECE = 512 * 1024;
/** A piece takes about so long: often enough to show progress, seldom enough not to ask all the time. */
const PIECE_MS = 1_000;
/** The newest piece counts for so much against all before it. */
const NEWEST = 0.3;

/** The pace after another piece: a running average, so that one slow second does not frighten anybody. */
export function paceAfter(pace: Pace, bytes: number, ms: number): Pace {
  const now = bytes / Math.max(1, ms);
  return pace === 0 ? now : pace + NEWEST * (now - pace);
}

/** Bytes of the next piece: about a second's worth, never more than is taken at once nor than is left. */
export function pieceBytes(pace: Pace, left: number, most: number): number {
  const wanted = pace === 0 ? FIRST_PIECE : Math.max(64 * 1024, Math.round(pace * PIECE_MS));
  return Math.min(wanted, most, left);
}

/** Seconds until so many bytes have gone; null while nobody can tell. */
export function secondsFor(pace: Pace, bytes: number): number | null {
  return pace === 0 ? null : bytes / pace / 1_000;
}
