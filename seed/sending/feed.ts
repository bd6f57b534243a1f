import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Span } from '../time/span.ts';

/** One run of the seed: which stretch of time, and how much of the usual volume (1 is all of it). */
export interface SeedRun {
  span: Span;
  scale: number;
}

/** A row with the instant that orders it. */
export interface TimedRow<Row> {
  ms: number;
  row: Row;
}

/** One stream of rows of one kind from one source, day by day, so that memory holds one day at most. */
export interface Feed<Row extends object = object> {
  kind: FactKind;
  source: string;
  /** Roughly how many rows a week it holds at full scale; only the progress bar reads it. */
  rowsPerWeek: number;
  rowsOf(day: number, run: SeedRun): TimedRow<Row>[];
}

/** The days of a run, oldest first, each with its rows in time order; nothing lies in the future. */
export function* daysOf<Row extends object>(feed: Feed<Row>, run: SeedRun): Generator<Row[]> {
  for (let day = run.span.firstDay; day <= run.span.lastDay; day += 1) {
    yield feed
      .rowsOf(day, run)
      .filter(({ ms }) => ms < run.span.endMs)
      .sort((one, other) => one.ms - other.ms)
      .map(({ row }) => row);
  }
}
