import type { DateOrder, Mapping } from '../mapping/mapping.ts';

/** How the rows of one sheet were read, with all it takes to read one of them again without the file. */
export interface Reading {
  sheet: string;
  /** Which sheet of the file it is, from 0. */
  nth: number;
  /** The columns of the sheet, those too that feed nothing. */
  columns: readonly string[];
  /** What the format knew itself. */
  preset: Mapping;
  /** What people said. */
  said: Mapping;
  /** The order of day and month that the file showed. */
  shownOrder?: DateOrder;
}

/** Where a row comes from, told only of rows that are refused. */
export interface RowOrigin {
  /** Its text as it stands in the file, however it is mapped: by it the same row is known when it comes again. */
  text: string;
  /** The cells of the columns that feed something, by column; null for a row that could not be cut into its columns. */
  cells: Readonly<Record<string, string>> | null;
  /** Which column feeds which field, by field. */
  feeds: Readonly<Record<string, string>>;
  /** The id that its source gave it. */
  ownId: string | undefined;
  /** True where the source itself says what is wrong with it. */
  stays: boolean;
}
