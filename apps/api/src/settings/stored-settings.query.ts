import { NotFoundException } from '@nestjs/common';
import type { RulesDto, SettingsDto, TargetsDto } from '#contracts/settings.dto.ts';
import { WAIT_KINDS } from '#domain/wait.ts';
import type { Transaction } from '../database/database.ts';
import { versionOf } from '../editing/version.ts';
import { NOT_SET_UP } from '../organisation/sites.service.ts';

/** What of the settings is changed by whom: targets are a quality manager’s, rules an administrator’s. */
export interface StoredSettings {
  targets: Omit<TargetsDto, 'waits' | 'version'>;
  rules: Omit<RulesDto, 'version'>;
}

const SETTINGS_SQL = `
select minimum_responses as "minimumResponses", acknowledge_within_days as "acknowledgeWithinDays",
  answer_within_days as "answerWithinDays", working_days as "workingDays", holidays::text[] as holidays,
  session_idle_minutes as "sessionIdleMinutes", session_hours as "sessionHours",
  second_factor_required as "secondFactorRequired", quarantine_days as "quarantineDays", words_days as "wordsDays"
from organisation where organisation_id = $1`;

const WAITS_SQL = `
select kind, holds_from::text as "holdsFrom", minutes, row_number() over (partition by kind order by holds_from) = 1 as first
from wait_target where organisation_id = $1 order by kind, holds_from`;

export async function readSettings({ query, scope }: Transaction, hold = false): Promise<StoredSettings> {
  const [row] = await query<StoredSettings['targets'] & StoredSettings['rules']>(
    `${SETTINGS_SQL}${hold ? ' for update' : ''}`,
    [scope.organisationId],
  );
  if (row === undefined) throw new NotFoundException(NOT_SET_UP);
  const { sessionIdleMinutes, sessionHours, secondFactorRequired, quarantineDays, wordsDays, ...targets } = row;
  return {
    targets,
    rules: { sessionIdleMinutes, sessionHours, secondFactorRequired, quarantineDays, wordsDays },
  };
}

export async function describeSettings(transaction: Transaction): Promise<SettingsDto> {
  const { targets, rules } = await readSettings(transaction);
  const waits = await transaction.query<{ kind: number; holdsFrom: string; minutes: number; first: boolean }>(
    WAITS_SQL,
    [transaction.scope.organisationId],
  );
  return {
    targets: {
      ...targets,
      waits: waits.flatMap(({ kind: number, ...target }) => {
        const kind = WAIT_KINDS.codeOf(number);
        return kind === 'unknown' ? [] : [{ kind, ...target }];
      }),
      version: versionOf(targets),
    },
    rules: { ...rules, version: versionOf(rules) },
  };
}
