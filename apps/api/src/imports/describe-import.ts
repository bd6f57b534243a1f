import type { ImportDto, RefusalCountDto } from '#contracts/imports.dto.ts';
import { UNDO_DAYS } from '../retention/past-undoing.query.ts';
import { isOfFile } from './is-of-file.ts';
import type { StoredImport } from './stored-imports.query.ts';

const DAY_MS = 86_400_000;
/** Rows that a machine sends are there in minutes; what has not ended after this broke off with its process. */
const BROKE_OFF_AFTER_MS = 10 * 60_000;

/** An import as it is told. */
export function describeImport(stored: StoredImport, now: number, refusals: readonly RefusalCountDto[]): ImportDto {
  const { startedAt, finishedAt, undoneAt, kept, lastFactAt, ...same } = stored;
  const undoable = whyNotUndone(stored, now) === undefined && stored.accepted + stored.updated + stored.quarantined > 0;
  return {
    ...same,
    refusals: [...refusals],
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    undoneAt: undoneAt?.toISOString() ?? null,
    kept: kept ?? 0,
    undoable,
    undoableUntil: undoable ? new Date(startedAt.getTime() + UNDO_DAYS * DAY_MS).toISOString() : null,
    lastFactAt: lastFactAt?.toISOString() ?? null,
  };
}

/** What stands against undoing an import; undefined where nothing does. */
export function whyNotUndone({ dryRun, state, startedAt, way }: StoredImport, now: number): string | undefined {
  if (dryRun) return 'A dry run stored nothing: there is nothing to undo.';
  if (state === 'undone') return 'This import has been undone before.';
  if (state === 'undoing') return 'This import is being undone just now.';
  const brokeOff = !isOfFile({ way }) && startedAt.getTime() < now - BROKE_OFF_AFTER_MS;
  if (state === 'waiting' || (state === 'running' && !brokeOff)) {
    return 'This import is still going on: stop it first, or wait until it has ended.';
  }
  if (startedAt.getTime() < now - UNDO_DAYS * DAY_MS) {
    return `This import is more than ${UNDO_DAYS} days old: what it replaced is not kept any more. Import a corrected file instead.`;
  }
  return undefined;
}
