import type { Database, Transaction } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';

/** So long an import of rows that are sent stays with a process that says nothing: longer than a database is away. */
export const HOLD_SECONDS = 30;
const EVERY_MS = 5_000;

/** One that was told as broken off because its process was only slow is going on again. */
const HOLD_SQL = `update import set held_until = clock_timestamp() + make_interval(secs => $4),
  state = 'running', finished_at = null
where organisation_id = $1::uuid and id = $2::uuid and holder = $3::uuid and state in ('running', 'broken-off')`;

/** Says every few seconds that somebody is still at an import, so that one whose process died is known by its silence. */
export function keepHold(
  database: Database,
  scope: Scope,
  { importId, holder }: { importId: string; holder: string },
): { end(): Promise<void> } {
  const say = ({ query }: Transaction): Promise<unknown> =>
    query(HOLD_SQL, [scope.organisationId, importId, holder, HOLD_SECONDS]);
  let saying: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    // A database that does not answer: the work itself hears of it, or the next time tells.
    saying = saying.then(() => database.inScope(scope, say)).catch(() => undefined);
  }, EVERY_MS).unref();
  return {
    end: async () => {
      clearInterval(timer);
      await saying;
    },
  };
}
