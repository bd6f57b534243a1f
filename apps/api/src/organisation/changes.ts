import type { Transaction } from '../database/database.ts';
import { audit } from '../audit/audit.ts';
import { type Directory, loadDirectory } from './directory.ts';

/** One thing that is not as it was; null where it was not, or is no more. */
export interface Change {
  kind: 'organisation' | 'site' | 'department' | 'touchpoint';
  code: string;
  from: object | null;
  to: object | null;
}

/**
 * Changes what an organisation is made of, one editor at a time, and puts down what was and what is. Nothing is put
 * down where nothing changed.
 */
export async function changing(transaction: Transaction, work: () => Promise<void>): Promise<void> {
  const { query, scope } = transaction;
  await query('select 1 from organisation where organisation_id = $1 for update', [scope.organisationId]);
  const before = await loadDirectory(transaction);
  await work();
  const changes = changesBetween(before, await loadDirectory(transaction));
  const [touchpoints, structure] = [
    changes.filter(({ kind }) => kind === 'touchpoint'),
    changes.filter(({ kind }) => kind !== 'touchpoint'),
  ];
  // A first structure brings the default touchpoints with it: that is no change anybody made.
  if (before !== null) for (const change of touchpoints) record(transaction, 'touchpoint.changed', [change]);
  if (structure.length > 0) record(transaction, 'structure.changed', structure);
}

function record(transaction: Transaction, action: string, changes: readonly Change[]): void {
  const [only] = changes;
  const subject = changes.length === 1 && only !== undefined ? { kind: only.kind, id: only.code } : undefined;
  audit(transaction, { action, ...(subject && { subject }), details: { changes } });
}

/** What differs between two pictures of an organisation. */
export function changesBetween(before: Directory | null, after: Directory | null): Change[] {
  const [old, now] = [described(before), described(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [from, to] = [old.get(key), now.get(key)];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    const [kind, code] = key.split(' ') as [Change['kind'], string];
    return [{ kind, code, from: from ?? null, to: to ?? null }];
  });
}

function described(directory: Directory | null): Map<string, object> {
  if (directory === null) return new Map();
  const { organisation, sites, departments, touchpoints } = directory;
  const codeOf = new Map([...sites, ...departments].map(({ id, code }) => [id, code]));
  const stepOf = new Map(touchpoints.map(({ slot, code }) => [slot, code]));
  return new Map<string, object>([
    ['organisation self', { name: organisation.name, timeZone: organisation.timeZone, demo: organisation.demo }],
    ...sites.map(({ code, name, timeZone }) => [`site ${code}`, { name, timeZone }] as const),
    ...departments
      .filter(({ general }) => !general)
      .map(
        ({ code, name, siteId, parentId }) =>
          [
            `department ${code}`,
            { name, site: codeOf.get(siteId), parent: parentId === null ? null : codeOf.get(parentId) },
          ] as const,
      ),
    ...touchpoints.map(
      ({ code, name, parentSlot, position, active }) =>
        [
          `touchpoint ${code}`,
          { name, parent: parentSlot === null ? null : stepOf.get(parentSlot), position, active },
        ] as const,
    ),
  ]);
}
