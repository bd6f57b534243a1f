import { type Measured, measuredOf } from '../measured.ts';
import { falseAlarms } from './false-alarms.ts';
import type { BenchSize } from './measurement.ts';
import type { Scenario } from './scenario.ts';
import { P_CHART, SIGNALS, XMR } from './watching-rules.ts';

/** False alarms in percent of weeks that a rule may raise. */
export const MOST_FALSE_ALARMS = 0.5;

/** Percent of false alarms of the signal rule, and of the charts beside it on the first of the same departments. */
export function* alarmLines(
  name: string,
  scenario: Scenario,
  size: BenchSize,
  goal: number | null,
): Iterable<Measured> {
  const { departments, pairs, simulated } = size;
  for (const rule of [SIGNALS, XMR, P_CHART]) {
    const many = rule === SIGNALS ? 2 * departments : Math.ceil(departments / 4);
    const perSeed = Array.from({ length: pairs }, (_, seed) => falseAlarms(rule, scenario, many, seed + 1));
    if (rule === SIGNALS) simulated(pairs * many * (scenario.baselineWeeks + scenario.judgedWeeks));
    const ours = rule === SIGNALS ? goal : null;
    yield measuredOf({ bench: 'signals', name: `${rule.name}-${name}`, goal: ours, better: 'lower' }, perSeed);
  }
}
