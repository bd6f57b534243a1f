import type { Dashboard } from '#contracts/dashboard.ts';
import complaints from '../../../../../dashboards/complaints.ts';
import touchpoints from '../../../../../dashboards/touchpoints.ts';
import waits from '../../../../../dashboards/waits.ts';
import weeklyCx from '../../../../../dashboards/weekly-cx.ts';

const DASHBOARDS: readonly Dashboard[] = [weeklyCx, touchpoints, waits, complaints];

export function dashboardOf(code: string): Dashboard | undefined {
  return DASHBOARDS.find((dashboard) => dashboard.code === code);
}
