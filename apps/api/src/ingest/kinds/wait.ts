import { CHANNELS } from '#domain/channel.ts';
import { WAIT_KINDS, WAIT_OUTCOMES, type WaitOutcome } from '#domain/wait.ts';
import type { Wait } from '../../facts/wait.table.ts';
import { refuse } from '../rows/candidate.ts';
import type { ImportContext } from '../rows/normaliser.ts';
import type { CheckedRow } from '../rows/row-validator.ts';

const MINUTE_MS = 60_000;

export function waitOf(row: CheckedRow, context: ImportContext): Wait {
  const place = context.places.of(row);
  const clock = context.clockOf(place);
  const startedAt = clock.instantOf(row.startedAt as string, 'startedAt');
  const givenEnd = row.endedAt === undefined ? null : clock.instantOf(row.endedAt as string, 'endedAt');
  const givenMinutes = (row.waitMinutes as number | undefined) ?? null;
  if (givenEnd !== null && givenEnd < startedAt) {
    refuse(
      'endedAt',
      'ends-before-it-starts',
      'endedAt must not be before startedAt: check both, and their time zones.',
    );
  }
  const outcome = outcomeOf(row.outcome as WaitOutcome | undefined, givenEnd !== null || givenMinutes !== null);
  const waitMinutes = givenMinutes ?? (givenEnd === null ? null : (givenEnd - startedAt) / MINUTE_MS);
  const wait = {
    departmentId: place.departmentId,
    kind: WAIT_KINDS.numberOf((row.kind as string | undefined) ?? 'arrival-to-seen') ?? 0,
    startedAt,
    endedAt: givenEnd ?? (waitMinutes === null ? null : startedAt + waitMinutes * MINUTE_MS),
    outcome: WAIT_OUTCOMES.numberOf(outcome) ?? 0,
    waitMinutes,
    promisedMinutes: (row.promisedMinutes as number | undefined) ?? null,
    channel: CHANNELS.numberOf((row.channel as string | undefined) ?? 'unknown') ?? 0,
    visitPseudonym: context.pseudonym(row),
  };
  const fact: Wait = {
    id: '',
    externalId: '',
    sourceId: context.sourceId,
    startedOn: clock.dayOf(startedAt),
    arrivedOn: clock.today,
    ...wait,
  };
  return context.name(fact, row, () => Object.values(wait));
}

/** What the row says, held against whether it has an end; told from the end where it says nothing. */
function outcomeOf(given: WaitOutcome | undefined, ended: boolean): WaitOutcome {
  if (given === undefined) return ended ? 'seen' : 'waiting';
  if (given === 'seen' && !ended) {
    refuse('outcome', 'no-end', 'A patient who was seen has an end of the wait: give endedAt or waitMinutes.');
  }
  if (given === 'waiting' && ended) {
    refuse(
      'outcome',
      'already-ended',
      'A wait that goes on has no end: leave out endedAt and waitMinutes, or say seen or left.',
    );
  }
  return given;
}
