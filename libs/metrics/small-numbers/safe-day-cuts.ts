/**
 * Between which days of a week it may be cut so that each piece holds at least `minimum` answers: for the seven days from
 * Monday on, true where the week may be cut before that day. Never before Monday, which is not inside the week.
 */
export function safeDayCuts(days: readonly number[], minimum: number): boolean[] {
  let piece = 0;
  let rest = days.reduce((sum, count) => sum + count, 0);
  return days.map((_, day) => {
    const before = day === 0 ? 0 : (days[day - 1] ?? 0);
    piece += before;
    rest -= before;
    const safe = piece >= minimum && rest >= minimum;
    if (safe) piece = 0;
    return safe;
  });
}
