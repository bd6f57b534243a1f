import type { Scenario } from './scenario.ts';
import { simulate } from './simulate.ts';
import type { WatchingRule } from './watching-rules.ts';

/** The week after a fall in which a rule marks half of the departments as low; the last judged one when it does not. */
export function weeksUntilSeen(rule: WatchingRule, scenario: Scenario, departments: number, seed: number): number {
  const weeks: number[] = [];
  for (const series of simulate(scenario, departments, seed)) {
    const first = rule.marks(series).indexOf('low');
    weeks.push(first < 0 ? scenario.judgedWeeks : first + 1);
  }
  weeks.sort((a, b) => a - b);
  return weeks[Math.floor(weeks.length / 2)] ?? NaN;
}
