import type { Speech } from './speech.ts';

const MONTH = /^(\d{4})-(\d{2})$/;
const WEEK = /^\d{4}-W(\d{2})$/;
const QUARTER = /^(\d{4})-Q(\d)$/;

/** A period in full, for a table or a tooltip: `Week 46 · 9–15 Nov 2026`, `9 Nov 2026`. */
export function periodName({ at, from, to }: { at: string; from: string; to: string }, { say, dates }: Speech): string {
  const week = WEEK.exec(at)?.[1];
  const span = dates.span({ from, to });
  return week === undefined ? span : `${say('panels.weekLong', { n: Number(week) })} · ${span}`;
}

/** A period as short as an axis needs it: `W46`, `Nov 26`, `Q4 26`, `9 Nov`. */
export function periodMark(at: string, { say, dates }: Speech): string {
  const week = WEEK.exec(at)?.[1];
  if (week !== undefined) return say('panels.week', { n: Number(week) });
  if (MONTH.test(at)) return dates.month(`${at}-01`);
  const quarter = QUARTER.exec(at);
  if (quarter) return `Q${quarter[2]} ${quarter[1]}`;
  return dates.dayMonth(at.slice(0, 10));
}
