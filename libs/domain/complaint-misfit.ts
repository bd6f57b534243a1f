import type { Misfit } from './complaint-history.ts';

/** Why a move was refused and what may be done instead, in words for whoever sent it. */
export function misfitMessage({ event, code, after, before, allowed }: Misfit): string {
  if (code === 'before-receipt') {
    return 'it is dated before the complaint was received; correct the time of the event, or of the receipt';
  }
  const between = before === null ? '' : `, with ${before} after it`;
  const instead = allowed.length === 0 ? 'no move is allowed there' : `allowed there: ${allowed.join(', ')}`;
  return `a complaint that is ${after} cannot become ${event.stage}${between}; ${instead}`;
}
