import type { SourceFreshnessDto } from '#contracts/freshness.dto.ts';
import type { SourceDto, SourceKeyDto } from '#contracts/sources.dto.ts';
import { versionOf } from '../editing/version.ts';
import { OWN_SOURCE } from '../facts/source.ts';
import type { StoredKey, StoredSource } from './list-sources.query.ts';

/** What a change of a source rests on; keys and deliveries come and go beside it. */
export const editableOf = ({ code, name }: Pick<StoredSource, 'code' | 'name'>) => ({ code, name });

export function describeSource(source: StoredSource, freshness: SourceFreshnessDto, now: number): SourceDto {
  const { code, name, kinds, lastDeliveryAt, rows, quarantined, keys } = source;
  return {
    ...{ code, name, kinds, rows, quarantined },
    own: code === OWN_SOURCE,
    lastDeliveryAt: instant(lastDeliveryAt),
    freshness,
    keys: describeKeys(keys, now),
    version: versionOf(editableOf(source)),
  };
}

export const describeKeys = (keys: readonly StoredKey[], now: number): SourceKeyDto[] =>
  keys.map((key) => describeKey(key, now));

function describeKey({ id, name, hint, createdBy, ...times }: StoredKey, now: number): SourceKeyDto {
  const expiresAt = instant(times.expiresAt);
  const expired = expiresAt !== null && Date.parse(expiresAt) <= now;
  return {
    ...{ id, name, hint, createdBy, expiresAt },
    state: times.revokedAt !== null ? 'revoked' : expired ? 'expired' : 'live',
    createdAt: new Date(times.createdAt).toISOString(),
    lastUsedAt: instant(times.lastUsedAt),
  };
}

const instant = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());
