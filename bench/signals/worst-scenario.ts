import { falseAlarms } from './false-alarms.ts';
import type { BenchSize } from './measurement.ts';
import type { Scenario } from './scenario.ts';
import { SIGNALS } from './watching-rules.ts';

/** No seed of a measurement: what is sought with it must not be measured with it, or luck would look like a fault. */
const SEEKING = 0;

export interface Sought {
  /** The one in which the signal rule raises most false alarms. */
  worst: Scenario;
  /** Percent of weeks over all of them. */
  mean: number;
}

/** Tries a few departments of every kind, and tells which kind the signal rule does worst with. */
export function worstScenario(scenarios: readonly Scenario[], { departments, simulated }: BenchSize): Sought {
  const [first] = scenarios;
  if (first === undefined) throw new Error('nothing to choose from');
  let [worst, most, sum] = [first, -1, 0];
  for (const scenario of scenarios) {
    const found = falseAlarms(SIGNALS, scenario, departments, SEEKING);
    sum += found;
    if (found > most) [worst, most] = [scenario, found];
    simulated(departments * (scenario.baselineWeeks + scenario.judgedWeeks));
  }
  return { worst, mean: sum / scenarios.length };
}

/** Each of some values with each of others. */
export function everyKind(shares: readonly number[], baselines: readonly number[], wanders: readonly number[] = [0]) {
  return (replies: number): Scenario[] =>
    shares.flatMap((share) =>
      baselines.flatMap((baselineWeeks) =>
        wanders.map((wander) => ({ replies, share, baselineWeeks, wander, judgedWeeks: 52 })),
      ),
    );
}
