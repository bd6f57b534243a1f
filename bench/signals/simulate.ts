import { shareBelow } from '../../seed/chance/normal-curve.ts';
import { Random } from '../../seed/chance/random.ts';
import { SatisfiedTable } from './satisfied-table.ts';
import type { Scenario, Series } from './scenario.ts';

/** Above this many replies the normal curve stands for the distributions, which it then is to a part in a thousand. */
const LARGEST_TABLE = 2_000;

/** So many departments of one kind, one after the other; the same seed gives the same ones. */
export function* simulate(scenario: Scenario, departments: number, seed: number): Generator<Series> {
  const { replies, share, baselineWeeks, judgedWeeks, wander = 0, resemblance = 0, drop = 0 } = scenario;
  const random = new Random('signals', seed, replies, share, baselineWeeks, wander, resemblance, drop);
  const before = weekOf(replies, share, wander, random);
  const after = drop === 0 ? before : weekOf(replies, share - drop / 100, wander, random);
  const own = Math.sqrt(1 - resemblance ** 2);
  for (let department = 0; department < departments; department += 1) {
    let lean = random.normal();
    const satisfied: number[] = [];
    for (let week = 0; week < baselineWeeks + judgedWeeks; week += 1) {
      lean = resemblance === 0 ? 0 : resemblance * lean + own * random.normal();
      satisfied.push((week < baselineWeeks ? before : after)(resemblance === 0 ? null : lean));
    }
    yield { replies, baselineWeeks, satisfied };
  }
}

/** Draws a week; by its lean, a standard normal value, where weeks resemble each other. */
function weekOf(replies: number, share: number, wander: number, random: Random): (lean: number | null) => number {
  if (replies <= LARGEST_TABLE) {
    const table = new SatisfiedTable(replies, share, wander);
    return (lean) => table.at(lean === null ? random.next() : shareBelow(lean));
  }
  const spread = Math.sqrt(replies * share * (1 - share) + (replies * wander) ** 2);
  return (lean) => Math.min(replies, Math.max(0, Math.round(replies * share + spread * (lean ?? random.normal()))));
}
