/** A made-up department: what its weeks are like before and after its baseline. */
export interface Scenario {
  /** Replies in each week. */
  replies: number;
  /** Share of the satisfied in the long run, 0–1. */
  share: number;
  /** Weeks that the rules learn from. */
  baselineWeeks: number;
  /** Weeks that they judge afterwards. */
  judgedWeeks: number;
  /** How far the true share of a week lies from that of the long run, as a standard deviation; 0 when only chance varies. */
  wander?: number;
  /** How much a week resembles the one before it: correlation of neighbouring weeks, before they are counted. */
  resemblance?: number;
  /** Points of 100 by which the share falls with the first week judged. */
  drop?: number;
}

/** What came of it: how many of each week's replies were satisfied, the baseline's weeks first. */
export interface Series {
  replies: number;
  baselineWeeks: number;
  satisfied: readonly number[];
}
