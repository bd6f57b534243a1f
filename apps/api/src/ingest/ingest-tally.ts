import type { IngestResultDto, RejectDto } from '#contracts/ingest/ingest-result.dto.ts';
import type { RefusedCandidate } from './quarantine.ts';

const REJECTS_TOLD = 100;

/** Adds up what became of the rows of one import: read = accepted + updated + unchanged + quarantined. */
export class IngestTally {
  private read = 0;
  private accepted = 0;
  private updated = 0;
  private unchanged = 0;
  private quarantined = 0;
  private readonly rejects: RejectDto[] = [];
  private latest: number | null = null;

  add(outcome: { accepted: number; updated: number; unchanged: number }, refused: readonly RefusedCandidate[]): void {
    this.accepted += outcome.accepted;
    this.updated += outcome.updated;
    this.unchanged += outcome.unchanged;
    this.quarantined += refused.length;
    this.read += outcome.accepted + outcome.updated + outcome.unchanged + refused.length;
    for (const { candidate, problem } of refused) {
      if (this.rejects.length < REJECTS_TOLD) this.rejects.push({ row: candidate.row, ...problem });
    }
  }

  saw(instant: number): void {
    if (this.latest === null || instant > this.latest) this.latest = instant;
  }

  get lastFactAt(): number | null {
    return this.latest;
  }

  result(): IngestResultDto {
    const { read, accepted, updated, unchanged, quarantined } = this;
    return {
      read,
      accepted,
      updated,
      unchanged,
      quarantined,
      rejects: this.rejects.toSorted((a, b) => a.row - b.row),
    };
  }
}
