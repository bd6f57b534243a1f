import { dateOf, dayNumberOf, mondayOf } from '#domain/calendar-date.ts';
import { firstOfMonthFrom, firstOfMonthOf } from '#domain/calendar-month.ts';
import type { Span } from './span.ts';

/**
 * A run of cells of one grain that are read together. The first `step` days of the run belong to span number `first`,
 * the next `step` days to the one after it, and so on.
 */
export interface Piece {
  grain: 'd' | 'w' | 'm';
  from: string;
  to: string;
  first: number;
  step: number;
}

/** Before any data; a Monday. */
const BEGINNING = '0001-01-01';
/** Longer than any run, so that all of it belongs to one span. */
const WHOLE = 10_000_000;
const DAYS_OF = { d: 1, w: 7 } as const;

/**
 * Cuts spans into the cells to read: the whole ISO weeks inside a span come from week cells, the days left over at its
 * edges from day cells, so that each date is counted once and long spans read few rows. Spans of a single cell that
 * follow one another are read in one run.
 */
export function piecesOf(spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  for (const piece of spans.flatMap(cut)) {
    const run = pieces.at(-1);
    if (run !== undefined && continues(run, piece)) run.to = piece.to;
    else pieces.push(piece);
  }
  return pieces;
}

/** The same of cells of whole months, the only ones there are of monthly counts: what a span holds of a month is not known. */
export function monthPiecesOf(spans: readonly Span[]): Piece[] {
  return spans.flatMap(({ from, to }, first) => {
    const [begin, end] = [from === null ? BEGINNING : firstOfMonthFrom(from), firstOfMonthOf(to)];
    return begin < end ? [{ grain: 'm', from: begin, to: end, first, step: WHOLE }] : [];
  });
}

function cut({ from, to }: Span, first: number): Piece[] {
  const start = dayNumberOf(from ?? BEGINNING);
  const end = dayNumberOf(to);
  const firstMonday = mondayOf(start + 6);
  const lastMonday = mondayOf(end);
  if (firstMonday >= lastMonday) return stretch('d', start, end, first);
  return [
    ...stretch('d', start, firstMonday, first),
    ...stretch('w', firstMonday, lastMonday, first),
    ...stretch('d', lastMonday, end, first),
  ];
}

function stretch(grain: 'd' | 'w', start: number, end: number, first: number): Piece[] {
  if (start >= end) return [];
  const step = end - start === DAYS_OF[grain] ? DAYS_OF[grain] : WHOLE;
  return [{ grain, from: dateOf(start), to: dateOf(end), first, step }];
}

/** A run of single cells goes on with the next single cell, if that belongs to the next span. */
function continues(run: Piece, { grain, from, first, step }: Piece): boolean {
  const cells = (dayNumberOf(run.to) - dayNumberOf(run.from)) / run.step;
  return step !== WHOLE && run.step === step && run.grain === grain && run.to === from && run.first + cells === first;
}
