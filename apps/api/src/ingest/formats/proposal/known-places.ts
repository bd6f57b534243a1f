import { nearestName } from '../../mapping/nearest-name.ts';
import { spelled } from '../../mapping/value-map.ts';
import type { DoubtfulValue } from './doubt.ts';

/** What rows may name as their place, by code or by name. */
export interface KnownPlaces {
  departments: readonly KnownPlace[];
  sites: readonly KnownPlace[];
}

export interface KnownPlace {
  code: string;
  name: string;
}

/** The names among these texts that nobody has set up. */
export function unknownAmong(texts: readonly string[], known: readonly KnownPlace[]): string[] {
  const names = new Set(known.flatMap(({ code, name }) => [spelled(code), spelled(name)]));
  return texts.filter((text) => !names.has(spelled(text)));
}

/** A name with the code of the place that it is perhaps a misspelling of. */
export function withNearest(text: string, known: readonly KnownPlace[]): DoubtfulValue {
  const codeByName = new Map(known.flatMap(({ code, name }) => [[code, code] as const, [name, code] as const]));
  const nearest = nearestName(text, [...codeByName.keys()]);
  const code = nearest === undefined ? undefined : codeByName.get(nearest);
  return code === undefined ? { text } : { text, nearest: code };
}
