export interface Score {
  touchpoint: string;
  score: number;
}

/**
 * Scores in the order worth reading: what the mark is about, then what went worst.
 *
 * @param asked the touchpoints the mark is filtered by
 */
export function scoresInOrder(scores: Readonly<Record<string, number>>, asked: readonly string[]): Score[] {
  const given = Object.entries(scores).map(([touchpoint, score]) => ({ touchpoint, score }));
  const rank = ({ touchpoint, score }: Score) => (asked.includes(touchpoint) ? 0 : 10) + score;
  return given.sort((a, b) => rank(a) - rank(b));
}
