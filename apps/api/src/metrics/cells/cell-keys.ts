import type { Dimension } from '#contracts/dimension.ts';
import type { MetricFacts } from '#metrics/metric.ts';
import {
  type CellTable,
  COMPLAINT_CELL,
  REVIEW_CELL,
  SURVEY_COUNT_CELL,
  SURVEY_RESPONSE_CELL,
  WAIT_CELL,
} from '../../rollups/cell-table.ts';

/** The cells that count each kind of fact. */
export const CELLS_OF: Record<MetricFacts, CellTable> = {
  'survey-responses': SURVEY_RESPONSE_CELL,
  waits: WAIT_CELL,
  complaints: COMPLAINT_CELL,
  reviews: REVIEW_CELL,
  'survey-counts': SURVEY_COUNT_CELL,
};

/** Where a cell holds a dimension: what to group by, and its type as a parameter. */
export interface CellKey {
  expression: string;
  type: 'uuid' | 'smallint' | 'text';
}

/** Touchpoints are a key of complaints; those of survey scores stand inside the counts. */
export const CELL_KEYS: Record<Dimension, CellKey> = {
  site: { expression: 'd.site_id', type: 'uuid' },
  department: { expression: 'c.department_id', type: 'uuid' },
  touchpoint: { expression: 'c.touchpoint', type: 'smallint' },
  channel: { expression: 'c.channel', type: 'smallint' },
  language: { expression: 'c.language', type: 'text' },
  'wait-kind': { expression: 'c.kind', type: 'smallint' },
  platform: { expression: 'c.platform', type: 'smallint' },
  subject: { expression: 'c.subject', type: 'smallint' },
  severity: { expression: 'c.severity', type: 'smallint' },
  collection: { expression: 'c.collection', type: 'smallint' },
};
