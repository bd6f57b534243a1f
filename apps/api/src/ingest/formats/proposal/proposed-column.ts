/** Why a column is proposed for a field. */
export interface ProposalReason {
  /** The format says so, the column is called like the field, its name or question speaks of it, or its values alone do. */
  from: 'format' | 'same-name' | 'name' | 'question' | 'values';
  /** The word that told, as it stands there. */
  word?: string;
}

/** One column of the file and what it would feed. */
export interface ProposedColumn {
  column: string;
  /** None for a column that is left out, and so dropped as the file is read; several only where the format says so. */
  fields: readonly string[];
  /** `told` by format or name, `likely` by words and values together, `guess` by one of the two. */
  certainty?: 'told' | 'likely' | 'guess';
  reason?: ProposalReason;
  /** True where it is left out because it says who somebody is. */
  identifies?: boolean;
}
