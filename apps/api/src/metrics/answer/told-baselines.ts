import type { BaselineInUseDto, BaselineOrigin, SignalPowerDto } from '#contracts/baseline-in-use.dto.ts';
import type { Metric } from '#metrics/metric.ts';
import { signalPower } from '#metrics/signal-power.ts';
import type { SignalBaseline } from '#metrics/signal-rule.ts';
import type { SmallNumbers } from '../small-numbers/small-numbers.ts';
import type { CountedSeries } from './counted-series.ts';
import type { JudgingBaseline } from './week-signals.ts';

/** Falls whose discovery readers ask about, in points. */
const FALLS = [10, 5] as const;

/** Nobody reads it of more groups than a chart draws, and it takes a while to reckon. */
const MOST_RECKONED = 4;

/** By which baselines the weeks of an answer are judged, as far as that may be told. */
export function toldBaselines(metric: Metric, all: readonly CountedSeries[], few: SmallNumbers): BaselineInUseDto[] {
  const reckoned = all.length <= MOST_RECKONED;
  return all.flatMap(({ series: { by }, signals }) =>
    signals.baselines.map((baseline) => {
      const told = baseline.span !== null && few.mayTell(metric, by, baseline.span) ? baseline.reading : null;
      const power = reckoned && told !== null ? powerOf(metric, told) : [];
      return { by, ...described(baseline, told), power };
    }),
  );
}

function described(
  { stretch: { frozen, change }, span, reading }: JudgingBaseline,
  told: SignalBaseline | null,
): Omit<BaselineInUseDto, 'by' | 'power'> {
  // What a person chose is no secret, whatever its weeks hold.
  const dates = frozen ?? (told === null ? null : span);
  return {
    origin: originOf(frozen, change),
    state: reading === null ? 'too-short' : told === null ? 'withheld' : 'used',
    from: dates?.from ?? null,
    to: dates?.to ?? null,
    weeks: told?.weeks ?? null,
    trial: told?.trial ?? false,
    id: frozen?.given.id ?? null,
    note: frozen?.given.note ?? null,
    change: change && { id: change.id, on: change.from, note: change.note },
    repliesAWeek: told === null ? null : repliesAWeek(told),
  };
}

function originOf(frozen: object | null, change: object | null): BaselineOrigin {
  if (frozen !== null) return 'frozen';
  return change === null ? 'proposed' : 'rebased';
}

const repliesAWeek = ({ replies, weeks }: SignalBaseline): number => Math.round(replies / weeks);

function powerOf({ unit, direction }: Metric, baseline: SignalBaseline): SignalPowerDto[] {
  return FALLS.flatMap((points) => {
    const lowerIsBetter = direction === 'lower';
    const power = signalPower(baseline, baseline.replies / baseline.weeks, points, { unit, lowerIsBetter });
    return power === null ? [] : [power];
  });
}
