import type { DatabaseAddress } from '../database/data-source.ts';

/** The database the operator named; null when none is, and the embedded one serves. */
export function namedAddress(environment: NodeJS.ProcessEnv = process.env): DatabaseAddress | null {
  const { DATABASE_URL: ownerUrl, DATABASE_APP_URL: applicationUrl } = environment;
  if (!ownerUrl) return null;
  return { ownerUrl, ...(applicationUrl && { applicationUrl }) };
}
