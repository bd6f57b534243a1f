/** The constants of the rule on reporting delay. */
export const DELAY_RULE = {
  /** What comes later than this many days after it happened is not waited for. */
  mostDays: 42,
  /** Days of which arrivals are learned from. */
  windowDays: 98,
  /** Rows that have to have come in that time before anything is said. */
  fewestRows: 30,
  /** From this share on, a period is taken as complete. */
  complete: 0.95,
} as const;

/** How many rows of a day came on a day. Dates in days since 1970-01-01. */
export interface Arrivals {
  happenedOn: number;
  arrivedOn: number;
  rows: number;
}

/** What has been learned of how long rows of a source take to come. */
export interface ReportingDelay {
  /** Share of the rows that has come when so many days have passed since they happened; index 0 is the same day. */
  share: readonly number[];
  /** Usual rows of a day, by ISO weekday: index 0 is Monday. */
  usualRows: readonly number[];
  /** How many rows it was learned from. */
  n: number;
}

/**
 * Learns how long rows take to come, from what came until `today`. Only regular deliveries teach: what happened before
 * the source first delivered could not have come in time, and a day on which more than half of what came was older than
 * 42 days brought a back-load. `firstArrival` is told where `arrivals` do not reach back to it. Days so recent that more may come are used as far as they go: F(d) is the product over
 * k > d of 1 − (rows that came after exactly k days) / (rows that came within k days), each over the days that are at
 * least k days past. null while fewer than thirty rows teach.
 * Source: the reverse-time product-limit estimate, Lagakos, Barraj and De Gruttola 1988, doi:10.1093/biomet/75.3.515.
 */
export function learnDelay(
  arrivals: readonly Arrivals[],
  today: number,
  firstArrival = firstOf(arrivals),
): ReportingDelay | null {
  const { mostDays, windowDays, fewestRows } = DELAY_RULE;
  const teaching = regularOf(arrivals, firstArrival).filter(
    ({ happenedOn, arrivedOn }) =>
      happenedOn >= today - windowDays && happenedOn <= today && Math.max(0, arrivedOn - happenedOn) <= mostDays,
  );
  const n = teaching.reduce((sum, { rows }) => sum + rows, 0);
  if (n < fewestRows) return null;
  const share = new Array<number>(mostDays + 1).fill(1);
  for (let k = mostDays; k > 0; k -= 1) {
    let exactly = 0;
    let within = 0;
    for (const { happenedOn, arrivedOn, rows } of teaching) {
      if (happenedOn > today - k) continue;
      const delay = Math.max(0, arrivedOn - happenedOn);
      if (delay === k) exactly += rows;
      if (delay <= k) within += rows;
    }
    share[k - 1] = (share[k] ?? 1) * (within === 0 ? 1 : 1 - exactly / within);
  }
  return { share, usualRows: usualRowsOf(teaching, share, today), n };
}

/** Without what came before the source delivered regularly, or in a back-load. */
export function regularOf(arrivals: readonly Arrivals[], firstArrival = firstOf(arrivals)): Arrivals[] {
  const came = new Map<number, { rows: number; old: number }>();
  for (const { happenedOn, arrivedOn, rows } of arrivals) {
    const day = came.get(arrivedOn) ?? { rows: 0, old: 0 };
    day.rows += rows;
    if (arrivedOn - happenedOn > DELAY_RULE.mostDays) day.old += rows;
    came.set(arrivedOn, day);
  }
  return arrivals.filter(({ happenedOn, arrivedOn }) => {
    const day = came.get(arrivedOn);
    return happenedOn >= firstArrival && day !== undefined && day.old * 2 <= day.rows;
  });
}

/** The day on which anything first came. */
const firstOf = (arrivals: readonly Arrivals[]): number =>
  arrivals.reduce((first, { arrivedOn }) => Math.min(first, arrivedOn), Infinity);

/** Rows of a day once all have come, by weekday, over the days that can be told from. */
function usualRowsOf(teaching: readonly Arrivals[], share: readonly number[], today: number): number[] {
  const first = teaching.reduce((least, { happenedOn }) => Math.min(least, happenedOn), today);
  const [sums, days] = [new Array<number>(7).fill(0), new Array<number>(7).fill(0)];
  for (let day = first; day < today; day += 1) if (told(day)) days[weekday(day)] = (days[weekday(day)] ?? 0) + 1;
  for (const { happenedOn, rows } of teaching) {
    if (happenedOn >= today || !told(happenedOn)) continue;
    const index = weekday(happenedOn);
    sums[index] = (sums[index] ?? 0) + rows / shareAt(share, today - happenedOn);
  }
  return sums.map((sum, index) => ((days[index] ?? 0) === 0 ? 0 : sum / (days[index] ?? 1)));

  function told(day: number): boolean {
    return shareAt(share, today - day) >= 0.5;
  }
}

/** Monday 0 … Sunday 6. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

const shareAt = (share: readonly number[], days: number): number =>
  days < 0 ? 0 : (share[Math.min(days, share.length - 1)] ?? 1);

/** A source as it is expected to have delivered by now. */
export interface Delivering {
  delay: ReportingDelay;
  /** Until when it has delivered: today, or the day of its last delivery while it is late. */
  upTo: number;
}

/**
 * Share of the rows of a period, given by its first day and the day after its last, that is expected to have come: of
 * each source and day as its delay tells, weighted by how much that source usually sends on that weekday. Of days that
 * are not over, nothing is expected yet; `dayShare` is how much of the day `upTo` has passed. null where nothing usually comes.
 */
export function expectedShare(
  sources: readonly Delivering[],
  from: number,
  to: number,
  dayShare: number,
): number | null {
  let all = 0;
  let come = 0;
  for (const { delay, upTo } of sources) {
    for (let day = from; day < to; day += 1) {
      const rows = delay.usualRows[weekday(day)] ?? 0;
      all += rows;
      come += rows * shareAt(delay.share, upTo - day) * (day === upTo ? dayShare : 1);
    }
  }
  return all === 0 ? null : come / all;
}
