import type { Change } from '../../findings/change.ts';
import { differenceWords } from '../../findings/change-words.ts';
import { weekNumberOf } from '../../format/dates.ts';
import type { Speech } from '../../format/speech.ts';

/** What is shown for a change: the move, why it is told, and what it rests on. */
export interface Evidence {
  /** `Median wait 31 min → 38 min` */
  moved: string;
  /** `unusual since week 42` */
  since: string;
  /** `36 – 40 · n 212` */
  basis: string;
}

export function evidenceOf(change: Change, { say, figures, dates, metricName }: Speech): Evidence {
  const { point, unit } = change;
  const against = point.change ? dates.span(point.change) : '';
  const interval = point.low === null || point.high === null ? [] : [figures.range(unit, point.low, point.high)];
  const n = unit === 'count' || point.n === null ? [] : [say('panels.n', { n: figures.count(point.n) })];
  const compared =
    change.found === 'comparison' && point.change ? [differenceWords(unit, point.change, { say, figures })] : [];
  return {
    moved: say('finding.list.moved', {
      metric: metricName(change.metric),
      before: figures.value(unit, change.usual),
      now: figures.value(unit, point.value),
    }),
    since:
      change.found === 'comparison'
        ? say('finding.list.compared', { span: against })
        : change.since === null
          ? say('finding.list.long')
          : say('finding.list.since', { n: weekNumberOf(change.since) }),
    basis: [...compared, ...interval, ...n].join(' · '),
  };
}
