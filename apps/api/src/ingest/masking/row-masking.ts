import { addMasked, DEFAULT_MASKING, type MaskedCounts, type SourceMasking } from '#domain/masking.ts';
import { Masker } from './masker.ts';

/** What was masked in which row; rows without a find, which are most, are not among them. */
const MASKED = new WeakMap<object, MaskedCounts>();

/** Masks the words of a source's rows as it is set to, and remembers of each row what was masked in it. */
export class RowMasking {
  private readonly feedbackMasker: Masker;
  private readonly complaintMasker: Masker;
  private row: object = {};
  private isAnew = true;

  constructor({ feedback, complaints, hospitalNumbers }: SourceMasking = DEFAULT_MASKING) {
    this.feedbackMasker = new Masker(feedback, hospitalNumbers);
    this.complaintMasker = new Masker(complaints, hospitalNumbers);
  }

  /** The row whose words come next; read again, it is counted anew. */
  begin(row: object): void {
    this.row = row;
    this.isAnew = true;
  }

  /** Words of a survey comment, a review or a reply to one, as they may be kept. */
  feedback(text: unknown): string | null {
    return this.words(text, this.feedbackMasker);
  }

  /** Words of a complaint, or of a note about one, as they may be kept. */
  complaint(text: unknown): string | null {
    return this.words(text, this.complaintMasker);
  }

  private words(text: unknown, masker: Masker): string | null {
    const plain = plainWords(text);
    if (plain === null) return null;
    const { text: masked, counts } = masker.mask(plain);
    if (masked !== plain) {
      // What one reading masks the next one masks too, so that the first find of each begins the counts.
      MASKED.set(this.row, addMasked((this.isAnew ? undefined : MASKED.get(this.row)) ?? {}, counts));
      this.isAnew = false;
    }
    return masked;
  }
}

/** Somebody's words with composed characters and without the space around them; null where nothing is said. */
export function plainWords(text: unknown): string | null {
  return text === undefined ? null : (text as string).toWellFormed().normalize('NFC').trim() || null;
}

/** What was masked in a row. */
export const maskedIn = (row: object): MaskedCounts => MASKED.get(row) ?? {};

/** What was masked in several rows together. */
export function maskedInAll(rows: Iterable<object>): MaskedCounts {
  let sum: MaskedCounts = {};
  for (const row of rows) {
    const counts = MASKED.get(row);
    if (counts !== undefined) sum = addMasked(sum, counts);
  }
  return sum;
}
