import type { RecordDto } from '#contracts/records.dto.ts';
import type { Metric } from '#metrics/metric.ts';
import type { Filter } from '../metrics/question/filter.ts';
import type { OrganisationView } from '../metrics/question/organisation-view.ts';
import type { Statement } from './statement.ts';

/** The mark whose records are asked for. */
export interface Mark {
  organisationId: string;
  metric: Metric;
  from: string;
  /** Exclusive. */
  to: string;
  filter: Filter;
  /** Only records with words in them. */
  withWords: boolean;
  /** Today's date in the organisation's time zone. */
  today: string;
  organisation: OrganisationView;
}

/** A row as each kind of fact is selected: what all have in common, and what is its own. */
export interface FactRow {
  id: string;
  at: Date;
  departmentId: string;
  source: string;
}

/** How the records of one kind of fact are found and told. */
export interface FactList<Row extends FactRow> {
  /** The facts, under the alias f, with whatever is joined to them. */
  from: string;
  /** When it happened, for the order; and the id that breaks ties. */
  at: string;
  id: string;
  /** What is selected beside id, at, department and source, aliased to the fields of `Row`. */
  columns: string;
  /** Conditions that keep what counts in the mark; the organisation and the departments are seen to already. */
  conditions(mark: Mark, statement: Statement): string[];
  /** True if the index by department and instant can find the span, because the record lies in it itself. */
  inSpan(mark: Mark): boolean;
  describe(row: Row, organisation: OrganisationView): Partial<RecordDto>;
}
