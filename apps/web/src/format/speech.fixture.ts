import { datesFor } from './dates.ts';
import { figuresFor } from './figures.ts';
import type { Speech } from './speech.ts';

/** A speech for tests: messages are their keys with what they name, codes are their own names, numbers English. */
export const PLAIN_SPEECH: Speech = {
  say: (key, named = {}) => [key, ...Object.values(named)].join(' '),
  figures: figuresFor('en', false),
  dates: datesFor('en-GB'),
  metricName: (code) => code,
  nameOf: (_, code) => code,
  rightToLeft: false,
};
