import { BadRequestException, ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import type { SettingsDto } from '#contracts/settings.dto.ts';
import { isCalendarDate } from '#domain/calendar-date.ts';
import { WAIT_KINDS, type WaitKind } from '#domain/wait.ts';
import { audit } from '../audit/audit.ts';
import { Database, type Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { changedMeanwhile, refuseStale } from '../editing/version.ts';
import { SecondFactor } from '../sign-in/second-factor/second-factor.ts';
import type { RulesEditDto, TargetsEditDto, WaitTargetEditDto } from './settings-edits.dto.ts';
import { describeSettings, readSettings } from './stored-settings.query.ts';

/** What an organisation has promised, and the rules it goes by. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly database: Database,
    private readonly secondFactor: SecondFactor,
  ) {}

  describe(scope: Scope): Promise<SettingsDto> {
    return this.database.inScope(scope, describeSettings);
  }

  /** Complaints that have been received keep the dates they were promised. */
  changeTargets(scope: Scope, { version, ...edit }: TargetsEditDto): Promise<SettingsDto> {
    const strange = edit.holidays?.find((date) => !isCalendarDate(date));
    if (strange !== undefined) throw new BadRequestException(`holidays: ${strange} is no date`);
    return this.database.inScope(scope, async (transaction) => {
      const { targets: before } = await readSettings(transaction, true);
      refuseStale(version, before);
      const after = { ...before, ...given(edit) };
      if (after.answerWithinDays < after.acknowledgeWithinDays) throw new BadRequestException(ANSWER_FIRST);
      const sorted = {
        ...after,
        workingDays: after.workingDays.toSorted((one, other) => one - other),
        holidays: [...new Set(after.holidays)].sort(),
      };
      await transaction.query(
        `update organisation set minimum_responses = $2, acknowledge_within_days = $3, answer_within_days = $4,
           working_days = $5, holidays = $6 where organisation_id = $1`,
        [
          ...[scope.organisationId, sorted.minimumResponses, sorted.acknowledgeWithinDays, sorted.answerWithinDays],
          ...[sorted.workingDays, sorted.holidays],
        ],
      );
      noteChange(transaction, 'targets.changed', before, sorted);
      return describeSettings(transaction);
    });
  }

  /** Sets what a kind of wait should be over within from a date on; waits before keep the target of their day. */
  setWaitTarget(
    scope: Scope,
    kind: string,
    holdsFrom: string,
    { minutes, was }: WaitTargetEditDto,
  ): Promise<SettingsDto> {
    const known = waitTarget(kind, holdsFrom);
    return this.database.inScope(scope, async (transaction) => {
      await readSettings(transaction, true);
      const key = [scope.organisationId, known.number, holdsFrom];
      const [before] = await transaction.query<{ minutes: number }>(
        'select minutes from wait_target where organisation_id = $1 and kind = $2 and holds_from = $3',
        key,
      );
      if (was !== undefined && was !== (before?.minutes ?? null)) throw changedMeanwhile();
      await transaction.query(
        `insert into wait_target (organisation_id, kind, holds_from, minutes) values ($1, $2, $3, $4)
         on conflict (organisation_id, kind, holds_from) do update set minutes = excluded.minutes`,
        [...key, minutes],
      );
      if (before?.minutes !== minutes) {
        const [from, to] = [before ?? null, { minutes }];
        audit(transaction, waitEntry(known.kind, { holdsFrom, from, to }));
      }
      return describeSettings(transaction);
    });
  }

  removeWaitTarget(scope: Scope, kind: string, holdsFrom: string, was?: number): Promise<SettingsDto> {
    const known = waitTarget(kind, holdsFrom);
    return this.database.inScope(scope, async (transaction) => {
      await readSettings(transaction, true);
      const { waits } = (await describeSettings(transaction)).targets;
      const target = waits.find((one) => one.kind === known.kind && one.holdsFrom === holdsFrom);
      if (target === undefined) throw new NotFoundException('No target begins on this date.');
      if (was !== undefined && was !== target.minutes) throw changedMeanwhile();
      if (target.first) throw new ConflictException(FIRST_STAYS);
      await transaction.query('delete from wait_target where organisation_id = $1 and kind = $2 and holds_from = $3', [
        scope.organisationId,
        known.number,
        holdsFrom,
      ]);
      audit(transaction, waitEntry(known.kind, { holdsFrom, from: { minutes: target.minutes }, to: null }));
      return describeSettings(transaction);
    });
  }

  changeRules(scope: Scope, { version, ...edit }: RulesEditDto): Promise<SettingsDto> {
    return this.database.inScope(scope, async (transaction) => {
      const { rules: before } = await readSettings(transaction, true);
      refuseStale(version, before);
      if (edit.secondFactorRequired === true && !before.secondFactorRequired) this.secondFactor.refuseWithoutKey();
      const after = {
        ...before,
        ...given(edit),
        ...(edit.quarantineDays === null && { quarantineDays: null }),
        ...(edit.wordsDays === null && { wordsDays: null }),
      };
      await transaction.query(
        `update organisation set session_idle_minutes = $2, session_hours = $3, second_factor_required = $4,
           quarantine_days = $5, words_days = $6 where organisation_id = $1`,
        [
          ...[scope.organisationId, after.sessionIdleMinutes, after.sessionHours, after.secondFactorRequired],
          ...[after.quarantineDays, after.wordsDays],
        ],
      );
      noteChange(transaction, 'settings.changed', before, after);
      return describeSettings(transaction);
    });
  }
}

/** Puts down the old and the new value of what changed, and nothing where nothing did. */
function noteChange<Settings extends object>(
  transaction: Transaction,
  action: string,
  before: Settings,
  after: Settings,
): void {
  const changed = (Object.keys(after) as (keyof Settings)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  if (changed.length === 0) return;
  const of = (settings: Settings) => Object.fromEntries(changed.map((key) => [key, settings[key]]));
  audit(transaction, { action, details: { from: of(before), to: of(after) } });
}

const waitEntry = (kind: WaitKind, details: Record<string, unknown>) => ({
  action: 'targets.changed',
  subject: { kind: 'wait-kind', id: kind },
  details,
});

/** What was said; what was left out, or said to be nothing, stays as it is. */
function given<Edit extends object>(edit: Edit): { [Key in keyof Edit]-?: NonNullable<Edit[Key]> } {
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value != null)) as {
    [Key in keyof Edit]-?: NonNullable<Edit[Key]>;
  };
}

function waitTarget(text: string, holdsFrom: string): { kind: WaitKind; number: number } {
  const kind = WAIT_KINDS.codes.find((code) => code === text);
  if (kind === undefined)
    throw new NotFoundException(`There is no such kind of wait; use ${WAIT_KINDS.codes.join(', ')}.`);
  if (!isCalendarDate(holdsFrom))
    throw new BadRequestException('The date a target holds from must be like 2026-01-01.');
  return { kind, number: WAIT_KINDS.numberOf(kind) ?? 0 };
}

const ANSWER_FIRST = 'answerWithinDays must not be less than acknowledgeWithinDays';
const FIRST_STAYS =
  'The first target of a kind stays: without it the waits before the next had none. Change it instead.';
