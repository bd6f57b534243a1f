import { type Candidate, type KeptCandidate, keptOf, type Problem } from '../rows/candidate.ts';
import { Occurrences } from '../rows/occurrences.ts';
import { digestOf } from './entry-id.ts';
import type { RefusedCandidate } from './quarantine.ts';

/** Numbers the rows of one import that read alike: each is a patient's own, and each can be mended. */
export class Refusals {
  /** True where rows of this source stand in quarantine: then the rows that go in are numbered too, to know them by. */
  watching = false;
  private readonly occurrences = new Occurrences();
  /** A row whose batch is written again keeps its number. */
  private readonly numbered = new WeakMap<KeptCandidate, number>();

  of(candidate: KeptCandidate, problem: Problem): RefusedCandidate {
    return { candidate, problem, occurrence: this.numberOf(candidate) };
  }

  /** One whose values nobody needs any more, as `of` tells it: beside its text they would take as much memory again. */
  ofRead(candidate: Candidate, problem: Problem): RefusedCandidate {
    return this.of(keptOf(candidate), problem);
  }

  /** Which of the import's rows with the same text it is, from 1. Rows that read alike are refused alike. */
  numberOf(candidate: KeptCandidate): number {
    const occurrence = this.numbered.get(candidate) ?? this.occurrences.next(digestOf(candidate));
    this.numbered.set(candidate, occurrence);
    return occurrence;
  }
}
