import type { Comparison, Dimension, Where } from '#contracts/dimension.ts';
import type { Grain, Period } from '#domain/grain.ts';
import type { Metric } from '#metrics/metric.ts';
import type { Filter } from './filter.ts';
import type { OrganisationView } from './organisation-view.ts';

/** "Metrics M by D at grain G from A to B", checked and with its codes understood. */
export interface Question {
  metrics: readonly Metric[];
  grain: Grain;
  /** The periods answered for, in order. */
  periods: readonly Period[];
  by: readonly Dimension[];
  /** The filter as it was asked. */
  where: Where;
  filter: Filter;
  compare: Comparison | null;
  /** Today's date in the organisation's time zone. */
  today: string;
  organisation: OrganisationView;
}
