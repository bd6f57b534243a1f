import type { Where } from '#contracts/dimension.ts';
import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import { applicable } from '../api/metric-requests.ts';
import { recordsLink } from '../filters/records-link.ts';
import { may } from '../session/session.ts';
import { useCatalogue } from './use-catalogue.ts';

/** Addresses of the records behind a point: the same filters, so the same n; null for those who may not read them. */
export function useRecordsLink() {
  const { data: catalogue } = useCatalogue();

  return (metric: string, point: Pick<MetricPointDto, 'from' | 'to' | 'by'>, where: Where) => {
    if (!may('read', 'words')) return null;
    const description = catalogue.value?.metrics.find(({ code }) => code === metric);
    return recordsLink(metric, point, description ? applicable(where, description) : where, point.by);
  };
}
