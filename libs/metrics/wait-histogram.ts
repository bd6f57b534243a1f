const GROWTH = 1.04;
const MINUTES_OF_DAY = 1440;
/** The finest difference that instants tell. */
const MILLISECOND = 1 / 60_000;

/**
 * Bins of the minutes waited. Bin 0 is no wait at all; every other bin holds the waits above its lower edge up to and
 * including its upper edge. Edges grow by at most 1.04, so a percentile read from the bins is within 2 % of the one read
 * from the waits themselves (within 7.5 seconds below a quarter of a minute). Up to an hour each whole number of minutes
 * has a bin of its own, because most logs hold nothing finer: their percentiles come out exact. Every usual round number
 * of minutes is an edge, so that "within 30 minutes" is exact. What is longer than the last edge, 60 days, is counted in
 * the last bin.
 */
export const WAIT_BIN_EDGES: readonly number[] = binEdges();

export const WAIT_BIN_COUNT = WAIT_BIN_EDGES.length;

/** The bin a wait falls into; any number has one. */
export function waitBinOf(waitMinutes: number): number {
  if (!(waitMinutes > 0)) return 0;
  let low = 1;
  let high = WAIT_BIN_COUNT - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (waitMinutes <= (WAIT_BIN_EDGES[middle] ?? Infinity)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Lower edge of a bin, exclusive; 0 for the waits of no length. */
export function lowerEdgeOf(bin: number): number {
  return WAIT_BIN_EDGES[bin - 1] ?? 0;
}

/** Upper edge of a bin, inclusive. */
export function upperEdgeOf(bin: number): number {
  return WAIT_BIN_EDGES[bin] ?? WAIT_BIN_EDGES[WAIT_BIN_COUNT - 1] ?? 0;
}

/**
 * The minutes that stand for all waits of a bin: a whole number of minutes where that is all the bin holds, else what is
 * off by the same share at either edge (the harmonic mean of the edges).
 */
export function representativeOf(bin: number): number {
  const low = lowerEdgeOf(bin);
  const high = upperEdgeOf(bin);
  if (high - low < 2 * MILLISECOND) return high;
  return low === 0 ? high / 2 : (2 * low * high) / (low + high);
}

/** Numbers of minutes that people set as targets and promises. */
function roundMinutes(): number[] {
  const steps = [
    { from: 1, to: 60, step: 1 },
    { from: 65, to: 120, step: 5 },
    { from: 135, to: 240, step: 15 },
    { from: 270, to: 480, step: 30 },
    { from: 540, to: MINUTES_OF_DAY, step: 60 },
    { from: 2 * MINUTES_OF_DAY, to: 60 * MINUTES_OF_DAY, step: MINUTES_OF_DAY },
  ];
  const rounds = [0.25, 0.5, 0.75];
  for (const { from, to, step } of steps) for (let minutes = from; minutes <= to; minutes += step) rounds.push(minutes);
  return rounds;
}

function binEdges(): number[] {
  const edges = [0];
  let last = 0;
  for (const next of roundMinutes()) {
    const ownBin = Number.isInteger(next) && next <= 60;
    const end = ownBin ? next - MILLISECOND : next;
    const parts = last === 0 ? 1 : Math.ceil(Math.log(end / last) / Math.log(GROWTH) - 1e-9);
    for (let part = 1; part < parts; part += 1) edges.push(last * (end / last) ** (part / parts));
    edges.push(end);
    if (ownBin) edges.push(next);
    last = next;
  }
  return edges;
}
