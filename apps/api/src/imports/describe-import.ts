import type { ImportDto, RefusalCountDto } from '#contracts/imports.dto.ts';
import { UNDO_DAYS } from '../retention/past-undoing.query.ts';
import { isOfFile } from './is-of-file.ts';
import type { StoredImport } from './stored-imports.query.ts';

const DAY_MS = 86_400_000;

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
export function whyNotUndone(
  { dryRun, state, startedAt, way }: Pick<StoredImport, 'dryRun' | 'state' | 'startedAt' | 'way'>,
  now: number,
): string | undefined {
  if (dryRun) return 'A dry run stored nothing: there is nothing to undo.';
  if (state === 'undone') return 'This import has been undone before.';
  if (state === 'undoing') return 'This import is being undone just now.';
  if (state === 'waiting' || state === 'running') {
    return isOfFile({ way }) ? GOING_ON : BEING_SENT;
  }
  if (startedAt.getTime() < now - UNDO_DAYS * DAY_MS) {
    return `This import is more than ${UNDO_DAYS} days old: what it replaced is not kept any more. Import a corrected file instead.`;
  }
  return undefined;
}

const GOING_ON = 'This import is still going on: stop it first, or wait until it has ended.';
const BEING_SENT =
  'These rows are still being sent by a machine or a command: stop it there first, or wait until it has ended.';
