/** A line for a terminal that sends one survey answer with a key. */
export function curlExample(origin: string, source: string, secret: string): string {
  return [
    `curl ${origin}/api/v1/ingest/survey-responses?source=${source} \\`,
    `  -H 'Authorization: Bearer ${secret}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '[{"externalId":"1","department":"CODE","respondedAt":"2026-11-22T09:00:00Z","csat":5}]'`,
  ].join('\n');
}
