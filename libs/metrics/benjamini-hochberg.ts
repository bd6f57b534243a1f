/**
 * Which of many tests may be believed together, so that on average no more than the share `falseShare` of those called
 * are false: the largest k with p₍ₖ₎ ≤ k·q/m, and all with a p-value up to that one. Answers in the order given.
 * Source: Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x.
 */
export function benjaminiHochberg(pValues: readonly number[], falseShare: number): boolean[] {
  const sorted = [...pValues].sort((a, b) => a - b);
  let bar = -1;
  sorted.forEach((p, index) => {
    if (p <= ((index + 1) * falseShare) / sorted.length) bar = p;
  });
  return pValues.map((p) => p <= bar);
}
