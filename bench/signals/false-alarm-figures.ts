import { measuredOf } from '../measured.ts';
import { alarmLines, MOST_FALSE_ALARMS } from './alarm-lines.ts';
import type { Measurement } from './measurement.ts';
import { everyKind, worstScenario } from './worst-scenario.ts';

const REPLIES = [3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 40, 60, 100, 150, 200, 300, 400];
const SHARES = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98];
const BASELINES = [12, 16, 20, 26, 39, 52];

const MANY_REPLIES = [30, 100, 400, 2_000, 20_000, 200_000, 2_000_000];
const WANDERING_SHARES = [0.5, 0.7, 0.9];
/** Half a point, one and two: what the true share of a week may lie from that of the year. */
const WANDERS = [0.005, 0.01, 0.02];

/** Unchanged departments whose weeks vary by chance alone: at each number of replies the share and baseline that are worst. */
const STABLE: Measurement = {
  name: 'false-alarms',
  *run(size) {
    const kinds = everyKind(SHARES, BASELINES);
    const means: number[] = [];
    for (const replies of REPLIES) {
      const { worst, mean } = worstScenario(kinds(replies), size);
      means.push(mean);
      yield* alarmLines(`false-alarms-at-${replies}`, worst, size, MOST_FALSE_ALARMS);
    }
    const mean = means.reduce((sum, each) => sum + each, 0) / means.length;
    yield measuredOf({ bench: 'signals', name: 'signal-rule-false-alarms-mean', goal: null, better: 'lower' }, [mean]);
  },
};

/** Unchanged departments whose true share wanders from week to week, as those of large ones do. */
const WANDERING: Measurement = {
  name: 'false-alarms-wandering',
  *run(size) {
    const kinds = everyKind(WANDERING_SHARES, [12, 26, 52], WANDERS);
    for (const replies of MANY_REPLIES) {
      const { worst } = worstScenario(kinds(replies), size);
      yield* alarmLines(`false-alarms-wandering-at-${replies}`, worst, size, MOST_FALSE_ALARMS);
    }
  },
};

/** Unchanged departments as many are, 90 % satisfied after half a year: what the charts beside it do there. */
const USUAL: Measurement = {
  name: 'false-alarms-usual',
  *run(size) {
    for (const replies of [3, 12, 40, 100, 400]) {
      const scenario = { replies, share: 0.9, baselineWeeks: 26, judgedWeeks: 52 };
      yield* alarmLines(`false-alarms-usual-at-${replies}`, scenario, size, MOST_FALSE_ALARMS);
    }
  },
};

/** Unchanged departments of which a week resembles the one before it: the rule's known weak spot, so without a goal. */
const RESEMBLING: Measurement = {
  name: 'false-alarms-resembling',
  *run(size) {
    for (const replies of [12, 30, 100, 400]) {
      const scenario = { replies, share: 0.9, baselineWeeks: 26, judgedWeeks: 52, resemblance: 0.3 };
      yield* alarmLines(`false-alarms-resembling-at-${replies}`, scenario, size, null);
    }
    const large = { replies: 20_000, share: 0.9, baselineWeeks: 26, judgedWeeks: 52, resemblance: 0.3, wander: 0.01 };
    yield* alarmLines('false-alarms-resembling-wandering-at-20000', large, size, null);
  },
};

export const FALSE_ALARM_FIGURES: readonly Measurement[] = [STABLE, USUAL, WANDERING, RESEMBLING];
