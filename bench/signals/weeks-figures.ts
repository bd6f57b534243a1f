import { measuredOf } from '../measured.ts';
import type { Measurement } from './measurement.ts';
import { P_CHART, SIGNALS, XMR } from './watching-rules.ts';
import { weeksUntilSeen } from './weeks-until-seen.ts';

/** Weeks within which the signal rule should see a fall, by replies a week; null where nothing was promised. */
const FALLS: readonly { drop: number; promised: Readonly<Record<number, number | null>> }[] = [
  { drop: 10, promised: { 12: 13, 30: 5, 100: 2, 400: 1 } },
  { drop: 5, promised: { 12: null, 30: null, 100: null, 400: null } },
];

/** Two years; a fall that half of the departments do not show within them has this many weeks. */
const LONGEST = 104;

/** The median number of weeks until a fall from 90 % is seen, after 52 weeks of baseline and after 26. */
export const WEEKS_FIGURES: readonly Measurement[] = FALLS.map(({ drop, promised }) => ({
  name: `weeks-to-${drop}-points`,
  *run({ departments, pairs, simulated }) {
    for (const baselineWeeks of [52, 26]) {
      for (const [many, goal] of Object.entries(promised)) {
        const scenario = { replies: Number(many), share: 0.9, baselineWeeks, judgedWeeks: LONGEST, drop };
        for (const rule of [SIGNALS, XMR, P_CHART]) {
          const weeks = Array.from({ length: pairs }, (_, seed) =>
            weeksUntilSeen(rule, scenario, Math.ceil(departments / 2), seed + 1),
          );
          const name = `${rule.name}-weeks-to-${drop}-points-at-${many}-after-${baselineWeeks}`;
          const ours = rule === SIGNALS && baselineWeeks === 52 ? goal : null;
          yield measuredOf({ bench: 'signals', name, goal: ours, better: 'lower' }, weeks);
        }
        simulated(pairs * Math.ceil(departments / 2) * (baselineWeeks + LONGEST));
      }
    }
  },
}));
