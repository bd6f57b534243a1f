import { hash } from 'node:crypto';
import type { KeptCandidate, Problem } from '../rows/candidate.ts';
import { Occurrences } from '../rows/occurrences.ts';
import type { RefusedCandidate } from './quarantine.ts';

/** Numbers the refused rows of one import that read alike: each is a patient's own, and each can be mended. */
export class Refusals {
  private readonly occurrences = new Occurrences();
  /** A row whose batch is written again keeps its number. */
  private readonly numbered = new WeakMap<KeptCandidate, number>();

  of(candidate: KeptCandidate, problem: Problem): RefusedCandidate {
    const occurrence = this.numbered.get(candidate) ?? this.occurrences.next(hash('sha256', candidate.raw, 'hex'));
    this.numbered.set(candidate, occurrence);
    return { candidate, problem, occurrence };
  }
}
