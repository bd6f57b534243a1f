/** The standard normal deviate of a two-sided 95 % interval. */
export const Z95 = 1.959963984540054;

/** Chance that a standard normal value lies above `z`; keeps its relative precision far into the tail. */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) return 0.5;
  if (z < 0) return 1 - normalTail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > 2.5) return density / tailFraction(z);
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 - density * sum;
}

/** Laplace's continued fraction z + 1/(z + 2/(z + 3/(z + …))), from the far end. */
function tailFraction(z: number): number {
  let fraction = z;
  for (let depth = 80; depth > 0; depth -= 1) fraction = z + depth / fraction;
  return fraction;
}
