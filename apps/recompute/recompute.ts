/**
 * `npm run recompute -- FILE.json`: takes a number that was saved from “How is this computed?” and reckons it again from
 * its counts. Needs neither the database nor the hospital. Ends with 0 when all comes out equal, 1 when something
 * differs, 2 when there is nothing to reckon from.
 */
import { readFileSync } from 'node:fs';
import { type ExplainedNumber, type Recomputed, recomputed } from '#metrics/recompute.ts';

const EQUAL = 0;
const DIFFERS = 1;
const NOTHING = 2;

/** What is said, and the status to end with. */
function told(path: string | undefined): [status: number, lines: string[]] {
  if (path === undefined) return [NOTHING, ['Say which file: npm run recompute -- FILE.json']];
  let all: Recomputed[] | null;
  try {
    all = recomputed(JSON.parse(readFileSync(path, 'utf8')) as ExplainedNumber);
  } catch {
    return [NOTHING, [`${path} cannot be read as a number saved from “How is this computed?”.`]];
  }
  if (all === null) return [NOTHING, ['The metric of this file is not in the catalogue.']];
  if (all.length === 0) return [NOTHING, ['This number is withheld, and so are its counts: nothing to reckon from.']];
  const differing = all.filter(({ equal }) => !equal);
  if (differing.length > 0) return [DIFFERS, differing.map((one) => `differs: ${written(one)}`)];
  return [EQUAL, [...all.map((one) => `equal: ${written(one)}`), `All ${all.length} come out equal.`]];
}

const written = ({ what, told, again, equal }: Recomputed): string =>
  equal ? `${what} ${told ?? 'none'}` : `${what} is ${told ?? 'none'}, but from the counts ${again ?? 'none'}`;

const [status, lines] = told(process.argv[2]);
for (const line of lines) console.log(line);
process.exitCode = status;
