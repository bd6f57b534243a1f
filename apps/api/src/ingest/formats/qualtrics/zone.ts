import { timeZone } from '../../mapping/parse-mapping.ts';

const ZONE = /["']timeZone["']\s*:\s*["']([\w+\-/]{1,64})["']/;

/** The zone of all dates of a file, where its third row names one: Qualtrics writes them without an offset. */
export function zoneToldBy(importIds: readonly string[]): string | undefined {
  const told = importIds.map((id) => ZONE.exec(id)?.[1]).find((zone) => zone !== undefined);
  if (told === undefined) return undefined;
  try {
    return timeZone('timeZone', told === 'Z' ? 'UTC' : told);
  } catch {
    return undefined;
  }
}
