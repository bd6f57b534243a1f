/** A value that people have to say something about; the nearest known one where a name was perhaps misspelled. */
export interface DoubtfulValue {
  text: string;
  nearest?: string;
}

/** What is not certain about a proposal and who reads it should look at, as data: the words are the page's. */
export type Doubt =
  /** Day or month first: no date tells (`either`), or two contradict each other (`both`). */
  | { code: 'date-order'; column: string; shows: 'either' | 'both' }
  /** The dates say no zone: those of the file's sites hold unless another is named. */
  | { code: 'zone'; column: string }
  /** 1,234 could be a thousand or a fraction. */
  | { code: 'decimal-mark'; column: string }
  /** Numbers that do not fit the field's scale, or that use only a part of it and may mean another one. */
  | { code: 'scale'; column: string; field: string; least: number; most: number; proposed: boolean }
  /** Answers in words that stand for nothing known. */
  | { code: 'unread-values'; column: string; field: string; values: readonly DoubtfulValue[]; more: number }
  /** Answers in words that stand for one number on one scale and for another on a second one. */
  | { code: 'two-scales'; column: string; field: string; values: readonly DoubtfulValue[] }
  /** Departments or sites that nobody has set up. */
  | {
      code: 'unknown-places';
      column: string;
      field: 'department' | 'site';
      values: readonly DoubtfulValue[];
      more: number;
    }
  /** Other columns that could as well feed this field. */
  | { code: 'also-likely'; field: string; column: string; others: readonly string[] }
  /** A field that every row needs and that nothing feeds. */
  | { code: 'nothing-feeds'; field: string }
  /** No column with a score or a comment. */
  | { code: 'no-answers' }
  /** So many columns at the end were held against names alone, since there are more than any form has. */
  | { code: 'not-looked-at'; columns: number }
  /** Text that was once read in a wrong encoding, and kept so: `Ã©` for `é`. */
  | { code: 'garbled'; column: string };
