import type { Dimension } from '#contracts/dimension.ts';
import type { MetricCatalogueDto } from '#contracts/metric-catalogue.dto.ts';
import { METRICS } from '#metrics/catalogue.ts';

/** The metrics that may be asked for, each with what it means and what it can be broken down by. */
export function metricCatalogue(): MetricCatalogueDto {
  return {
    metrics: METRICS.map(({ code, name, meaning, source, facts, unit, direction, method, dimensions }) => ({
      code,
      name,
      meaning,
      source,
      facts,
      unit,
      direction,
      method,
      dimensions: [...dimensions] as Dimension[],
    })),
  };
}
