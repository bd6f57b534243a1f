import type { Transaction } from '../database/database.ts';

/** The time zone in which an organisation's days begin and end; UTC until it is set up. */
export async function organisationZone({ query, scope }: Transaction): Promise<string> {
  const [found] = await query<{ timeZone: string }>(
    'select time_zone as "timeZone" from organisation where organisation_id = $1',
    [scope.organisationId],
  );
  return found?.timeZone ?? 'UTC';
}
