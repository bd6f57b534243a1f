import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { MappingProposal } from '../../ingest/formats/propose-mapping.ts';

/** What tables without a system behind them hold, as a rule. */
const COMMON: readonly FactKind[] = ['survey-responses', 'waits', 'complaints', 'reviews'];

/** The kind whose fields the columns of a table speak of most clearly; null where two do, or none. */
export function guessKind(proposalFor: (kind: FactKind) => MappingProposal): FactKind | null {
  const weights = COMMON.map((kind) => ({ kind, weight: weightOf(proposalFor(kind)) })).sort(
    (one, other) => other.weight - one.weight,
  );
  const [best, second] = weights;
  return best === undefined || best.weight <= 0 || best.weight === second?.weight ? null : best.kind;
}

const WEIGHTS = { told: 3, likely: 2, guess: 1 } as const;

function weightOf({ columns, doubts }: MappingProposal): number {
  const unfed = doubts.filter(({ code }) => code === 'nothing-feeds' || code === 'no-answers').length;
  const clear = columns.reduce((sum, { certainty }) => sum + (certainty === undefined ? 0 : WEIGHTS[certainty]), 0);
  return clear - 4 * unfed;
}
