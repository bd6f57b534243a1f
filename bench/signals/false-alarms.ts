import type { Scenario } from './scenario.ts';
import { simulate } from './simulate.ts';
import type { WatchingRule } from './watching-rules.ts';

/** Percent of the judged weeks of unchanged departments that a rule marks. */
export function falseAlarms(rule: WatchingRule, scenario: Scenario, departments: number, seed: number): number {
  let marked = 0;
  for (const series of simulate(scenario, departments, seed)) {
    for (const side of rule.marks(series)) if (side !== null) marked += 1;
  }
  return (100 * marked) / (departments * scenario.judgedWeeks);
}
