import type { RefusalCountDto } from '#contracts/imports.dto.ts';
import type { IngestResultDto, RejectDto } from '#contracts/ingest/ingest-result.dto.ts';
import { addMasked, type MaskedCounts } from '#domain/masking.ts';
import type { RefusedCandidate } from '../quarantine/quarantine.ts';

const REJECTS_TOLD = 100;
/** Reasons that are told apart; there are hardly ever more. */
const REASONS_TOLD = 200;

/** Adds up what became of the rows of one import: read = accepted + updated + unchanged + quarantined. */
export class IngestTally {
  private read = 0;
  private accepted = 0;
  private updated = 0;
  private unchanged = 0;
  private quarantined = 0;
  private masked: MaskedCounts = {};
  private rejects: RejectDto[] = [];
  private readonly reasons = new Map<string, RefusalCountDto>();
  private latest: number | null = null;

  add(
    outcome: { accepted: number; updated: number; unchanged: number; quarantined?: number; masked?: MaskedCounts },
    refused: readonly RefusedCandidate[],
  ): void {
    const { accepted, updated, unchanged, quarantined = refused.length } = outcome;
    this.accepted += accepted;
    this.updated += updated;
    this.unchanged += unchanged;
    this.quarantined += quarantined;
    this.read += accepted + updated + unchanged + quarantined;
    if (outcome.masked !== undefined) this.masked = addMasked(this.masked, outcome.masked);
    if (refused.length > 0) this.tell(refused);
  }

  /** Batches end in any order; the rows told of are the first in what was sent. */
  private tell(refused: readonly RefusedCandidate[]): void {
    const told = refused.map(({ candidate, problem }) => ({ row: candidate.row, ...problem }));
    this.rejects = [...this.rejects, ...told].sort((a, b) => a.row - b.row).slice(0, REJECTS_TOLD);
    for (const { row, field, code, message } of told) {
      const name = `${field ?? ''} ${code}`;
      const known = this.reasons.get(name);
      if (known !== undefined) known.rows += 1;
      else if (this.reasons.size < REASONS_TOLD) {
        this.reasons.set(name, { field, code, rows: 1, exampleRow: row, exampleMessage: message });
      }
    }
  }

  saw(instant: number): void {
    if (this.latest === null || instant > this.latest) this.latest = instant;
  }

  get lastFactAt(): number | null {
    return this.latest;
  }

  /** How many rows were refused for which reason, the commonest first. */
  refusals(): RefusalCountDto[] {
    return [...this.reasons.values()].sort((one, other) => other.rows - one.rows);
  }

  result(): IngestResultDto {
    const { read, accepted, updated, unchanged, quarantined, masked } = this;
    return { read, accepted, updated, unchanged, quarantined, masked, rejects: this.rejects };
  }
}
