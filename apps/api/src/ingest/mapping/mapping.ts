/** Which of the two comes first where a date is written with slashes: the day or the month. */
export type DateOrder = 'dmy' | 'mdy';

export const DATE_ORDERS: readonly DateOrder[] = ['dmy', 'mdy'];

/** Which mark stands before the fraction of a number. */
export type DecimalMark = '.' | ',';

/**
 * How the columns of a file become the fields of a row, as data: it can be written by flags, saved, read again, and
 * later be changed on screen. Columns that are not named here and are called like a field map by themselves.
 */
export interface Mapping {
  /** Column → the field or fields it feeds; null leaves the column out. */
  columns?: Record<string, string | readonly string[] | null>;
  /** Field → the value that every row gets. */
  constants?: Record<string, string>;
  /** Field → text in the file → what it stands for; an empty text stands for "not answered". */
  values?: Record<string, Record<string, string>>;
  dates?: {
    /** Needed where 03/04/2026 could be either. */
    order?: DateOrder;
    /** The time zone of times written without an offset; that of the site when left out. */
    zone?: string;
  };
  numbers?: {
    /** Needed where 1,234 could be either. */
    decimal?: DecimalMark;
  };
  /** Rows in which this field is empty are passed over: visits without an answer, say, in a file of visits. */
  onlyWith?: string;
  /**
   * Column → the values by which rows are ours: those of others are passed over. In a file of a whole country, the codes
   * of our organisation.
   */
  only?: Record<string, readonly string[]>;
  /**
   * Departments that are not known yet are set up, and so is the site that `site` names; only those of these names where
   * it lists some, and rows of any other are set aside.
   */
  createDepartments?: boolean | readonly string[];
  /** Code of the site that rows without one belong to. */
  site?: string;
  /** The same for the further sorts of rows that a file holds, by their names: `moves` of tickets, say. */
  sheets?: Record<string, Omit<Mapping, 'sheets' | 'createDepartments'>>;
}
