import { WAIT_OUTCOMES } from '#domain/wait.ts';
import type { KnownWait } from '#metrics/wait-relation/wait-lived-through.ts';
import type { Transaction } from '../../database/database.ts';
import { mostOfDepartment } from './read-replies.ts';
import { WAITS_SQL } from './relation-reads.query.ts';

export interface VisitWait extends KnownWait {
  department: string;
}

interface Row extends Omit<VisitWait, 'outcome'> {
  visit: string;
  outcome: number;
}

/** The waits of visits, oldest first, by the pseudonym of the visit. */
export async function readWaits(
  { client, scope }: Transaction,
  asked: { departmentIds: readonly string[]; from: string; to: string; kind: number },
): Promise<Map<string, VisitWait[]>> {
  const { departmentIds, from, to, kind } = asked;
  const { rows } = await client.query({
    name: 'relation-waits',
    text: WAITS_SQL,
    values: [scope.organisationId, departmentIds, from, to, mostOfDepartment(departmentIds.length), kind],
  });
  const waits = (rows as Row[]).sort((one, other) => one.startedMs - other.startedMs);
  const byVisit = new Map<string, VisitWait[]>();
  for (const { visit, outcome, ...wait } of waits) {
    const code = WAIT_OUTCOMES.codeOf(outcome);
    if (code === 'unknown') continue;
    const known = byVisit.get(visit);
    const told = { ...wait, outcome: code };
    if (known === undefined) byVisit.set(visit, [told]);
    else known.push(told);
  }
  return byVisit;
}
