import type { FactKind } from '#contracts/ingest/fact-kind.ts';

/** Which rows are held against the quarantine or set aside: those of one kind, of one import. */
export interface Delivery {
  importId: string;
  sourceId: string;
  kind: FactKind;
  at: Date;
}
