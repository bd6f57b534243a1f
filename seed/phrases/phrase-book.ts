import type { ComplaintSubject } from '#domain/complaint.ts';
import type { Step } from '../network/journey.ts';

/**
 * Sentences in one language, each whole and able to stand beside any other of its mood. `{minutes}` becomes a multiple
 * of ten from 20 to 90. First persons are worded so that they fit a man and a woman.
 */
export interface CommentPhrases {
  steps: Record<Step, { good: readonly string[]; bad: readonly string[] }>;
  general: { good: readonly string[]; middling: readonly string[]; bad: readonly string[] };
  closing: { good: readonly string[]; bad: readonly string[] };
  /** What patients say of what changed lately. */
  stories: { registration: readonly string[]; bedsideRounds: readonly string[]; doubleBilling: readonly string[] };
  /** Made-up contact details that must come out masked. */
  contact: string;
}

/** A complaint in one line for the staff, and in the words of the person who makes it. */
export interface ComplaintCase {
  title: string;
  narrative: string;
}

export interface ComplaintPhrases {
  opening: readonly string[];
  subjects: Record<ComplaintSubject, readonly ComplaintCase[]>;
  /** The double bills of the last weeks. */
  doubleBilling: readonly ComplaintCase[];
  /** What the person wants. */
  wishes: readonly string[];
}

/** Public replies to reviews. */
export interface ReplyPhrases {
  thanks: readonly string[];
  sorry: readonly string[];
}

export interface PhraseBook {
  comments: CommentPhrases;
  complaints: ComplaintPhrases;
  replies: ReplyPhrases;
}
