import type { Measured } from '../measured.ts';
import { FALSE_ALARM_FIGURES } from './false-alarm-figures.ts';
import { WEEKS_FIGURES } from './weeks-figures.ts';

const MEASUREMENTS = [...FALSE_ALARM_FIGURES, ...WEEKS_FIGURES];

export interface SignalsBench {
  /** Departments that the worst kind is sought with. */
  departments: number;
  pairs: number;
  /** Names of what is measured; all of it when left out. */
  only?: readonly string[];
  report(measured: Measured): void;
  note(text: string): void;
}

/**
 * Measures how often the signal rule calls an unchanged department changed, in percent of weeks, and after how many weeks
 * it sees a change, beside the individuals chart and the chart of shares; on departments made up from seeds.
 */
export function signalsBench({ departments, pairs, only, report, note }: SignalsBench): void {
  const chosen = MEASUREMENTS.filter(({ name }) => only === undefined || only.includes(name));
  if (chosen.length === 0) throw new Error(`choose from: ${MEASUREMENTS.map(({ name }) => name).join(', ')}`);
  for (const { name, run } of chosen) {
    const begun = Date.now();
    let weeks = 0;
    const simulated = (more: number) => {
      weeks += more;
    };
    for (const measured of run({ departments, pairs, simulated })) report(measured);
    const seconds = Math.round((Date.now() - begun) / 1000);
    note(`${name} took ${seconds} s for ${(weeks / 1e6).toFixed(1)} million simulated weeks`);
  }
}
