import type { Claim } from './claim.ts';

/** Who won. */
export interface SettledClaims {
  won: readonly Claim[];
  /** The claims that won by column; several only where the format lets one column feed several fields. */
  byColumn: readonly (readonly Claim[] | undefined)[];
}

/** Gives each field to the column with the best claim, and each column one field; of equal claims the first column's wins. */
export function settledClaims(claims: readonly Claim[], columns: number): SettledClaims {
  const fed = new Set<string>();
  const byColumn: Claim[][] = Array.from({ length: columns }, () => []);
  const take = (claim: Claim): void => {
    fed.add(claim.field);
    byColumn[claim.column]?.push(claim);
  };
  const isFree = ({ column, field, reason }: Claim): boolean =>
    !fed.has(field) && (reason.from === 'format' || byColumn[column]?.length === 0);

  const byWeight = claims
    .filter(({ alone, offScale, reason }) => alone !== true && (offScale !== true || reason.from === 'format'))
    .sort((one, other) => other.weight - one.weight || one.column - other.column);
  for (const claim of byWeight) if (isFree(claim)) take(claim);
  for (const field of new Set(claims.filter(({ alone }) => alone === true).map((claim) => claim.field))) {
    const [only, another] = claims.filter((claim) => claim.alone === true && claim.field === field && isFree(claim));
    if (only !== undefined && another === undefined) take(only);
  }
  return { won: byColumn.flat(), byColumn };
}
