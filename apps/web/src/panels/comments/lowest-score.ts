/** The touchpoint a patient was least happy with, which is what the words are most likely about; null without scores. */
export function lowestScore(
  scores: Readonly<Record<string, number>> | null,
): { touchpoint: string; score: number } | null {
  const given = Object.entries(scores ?? {}).map(([touchpoint, score]) => ({ touchpoint, score }));
  return given.reduce<(typeof given)[number] | null>(
    (low, next) => (low === null || next.score < low.score ? next : low),
    null,
  );
}
