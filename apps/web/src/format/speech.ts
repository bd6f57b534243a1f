import type { Dimension } from '#contracts/dimension.ts';
import type { Dates } from './dates.ts';
import type { Figures } from './figures.ts';

/** Everything a pure function needs to put numbers and codes into words of the language spoken. */
export interface Speech {
  /** A message by key, with what it names, in the plural form of a number. */
  say(key: string, named?: Record<string, string | number>, plural?: number): string;
  figures: Figures;
  dates: Dates;
  metricName(code: string): string;
  nameOf(dimension: Dimension, code: string): string;
  rightToLeft: boolean;
}

/** The name of a group: `Riverside`, or `Riverside · Billing` for two dimensions. */
export function groupName({ nameOf }: Pick<Speech, 'nameOf'>, by: Record<string, string>): string {
  return Object.entries(by)
    .map(([dimension, code]) => nameOf(dimension as Dimension, code))
    .join(' · ');
}
