import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { MetricFacts } from '#metrics/metric.ts';
import type { Transaction } from '../database/database.ts';
import { FRESHNESS_SQL } from './freshness.query.ts';

/** The kinds of rows whose arrival keeps the numbers of a kind of fact fresh. */
export const FED_BY: Record<MetricFacts, readonly FactKind[]> = {
  'survey-responses': ['survey-responses'],
  waits: ['waits'],
  complaints: ['complaints', 'complaint-events'],
  reviews: ['reviews'],
  'survey-counts': ['survey-counts'],
};

/** Tells the instant of the latest fact behind each kind of metric; null while there is none. */
export async function loadFreshness(
  { client, scope }: Transaction,
  facts: ReadonlySet<MetricFacts>,
): Promise<ReadonlyMap<MetricFacts, string | null>> {
  const kinds = [...facts].flatMap((kind) => FED_BY[kind]);
  const { rows } = await client.query({
    name: 'freshness',
    text: FRESHNESS_SQL,
    values: [scope.organisationId, kinds],
  });
  const latest = new Map(
    (rows as { kind: FactKind; lastFactAt: Date | null }[]).map((row) => [row.kind, row.lastFactAt]),
  );
  return new Map(
    [...facts].map((kind) => {
      const instants = FED_BY[kind].flatMap((fed) => latest.get(fed)?.getTime() ?? []);
      return [kind, instants.length === 0 ? null : new Date(Math.max(...instants)).toISOString()];
    }),
  );
}
