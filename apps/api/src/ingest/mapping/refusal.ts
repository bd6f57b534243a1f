import type { RefusalCode } from '#contracts/ingest/refusal-code.ts';

/**
 * Why a cell could not be read as its field. The message goes on after the field's name ("must be a number") and never
 * repeats the cell, which may hold a patient's words.
 */
export class Refusal {
  constructor(
    readonly code: RefusalCode,
    readonly message: string,
  ) {}
}
