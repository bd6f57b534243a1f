import type { MaskedCounts } from '#domain/masking.ts';

/** How much was masked in what somebody wrote, for the audit trail; nothing where nothing was. */
export function maskedDetail(masked: MaskedCounts): { masked?: MaskedCounts } {
  return Object.keys(masked).length === 0 ? {} : { masked };
}
