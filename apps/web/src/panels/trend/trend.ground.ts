import type { BaselineInUseDto } from '#contracts/baseline-in-use.dto.ts';
import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import { dateOf, dayNumberOf, mondayOf } from '#domain/calendar-date.ts';
import type { Speech } from '../../format/speech.ts';

/** The periods of a trend that are its baseline, by index, both included. */
export interface BaselineBand {
  first: number;
  last: number;
}

/** A change that somebody marked, at the period it came in. */
export interface ChangeLine {
  index: number;
  note: string;
}

type Periods = readonly Pick<MetricPointDto, 'from' | 'to'>[];

/** Which of the periods shown belong to a baseline; those outside the chart are told in words alone. */
export function baselineBands(baselines: readonly BaselineInUseDto[], points: Periods): BaselineBand[] {
  return baselines.flatMap(({ from, to, state }) => {
    if (from === null || to === null || state === 'too-short') return [];
    const first = points.findIndex((point) => point.from >= from && point.to <= to);
    const last = points.findLastIndex((point) => point.from >= from && point.to <= to);
    return first < 0 ? [] : [{ first, last }];
  });
}

/** Where marked changes are drawn. */
export function changeLines(baselines: readonly BaselineInUseDto[], points: Periods): ChangeLine[] {
  return baselines.flatMap(({ change }) => {
    const index = change === null ? -1 : points.findIndex(({ from, to }) => from <= change.on && change.on < to);
    return change === null || index < 0 ? [] : [{ index, note: change.note }];
  });
}

/** By what the newest weeks are judged, in a sentence or two. */
export function groundWords(baselines: readonly BaselineInUseDto[], { say, dates }: Speech): string[] {
  const baseline = baselines.at(-1);
  if (baseline === undefined) return [];
  const { origin, state, from, to, weeks, trial, change } = baseline;
  const words: string[] = [];
  if (state === 'used' && from !== null && to !== null) {
    const span = dates.span({ from, to });
    words.push(say(`baselines.ground.${origin}`, { span, n: weeks ?? 0 }, weeks ?? 0));
    if (trial) words.push(say('baselines.trial'));
  } else {
    words.push(say(state === 'withheld' ? 'baselines.withheld' : 'baselines.tooShort'));
  }
  if (change !== null) words.push(say('baselines.since', { date: dates.date(change.on), note: change.note }));
  return words;
}

/** What the newest baseline would notice, and how soon. */
export function powerWords(baselines: readonly BaselineInUseDto[], lowerIsBetter: boolean, { say }: Speech): string[] {
  const baseline = baselines.at(-1);
  if (baseline === undefined || baseline.repliesAWeek === null || baseline.power.length === 0) return [];
  const n = baseline.repliesAWeek;
  const way = lowerIsBetter ? 'rise' : 'fall';
  const [first = '', second = ''] = baseline.power.map(({ points, weeks }) =>
    weeks === null
      ? say(`baselines.power.${way}Never`, { points })
      : say(`baselines.power.${way}`, { points, weeks: say('baselines.power.weeks', { n: weeks }, weeks) }),
  );
  return [say('baselines.power.replies', { n }, n), say('baselines.power.both', { first, second })];
}

/** The weeks to propose in a form: those in use where they are told, else the last half year. */
export function weeksToFreeze(baselines: readonly BaselineInUseDto[], today: string): { from: string; to: string } {
  const { from = null, to = null } = baselines.at(-1) ?? {};
  if (from !== null && to !== null) return { from, to };
  const monday = mondayOf(dayNumberOf(today));
  return { from: dateOf(monday - 26 * 7), to: dateOf(monday) };
}
