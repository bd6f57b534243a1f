import { Injectable, NotFoundException } from '@nestjs/common';
import type { DeliveryExpectationDto, SourceDeliveriesDto, SourceFreshnessDto } from '#contracts/freshness.dto.ts';
import { wholeOf } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { Clock } from '../clock/clock.ts';
import { Database, type Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { describeDelays } from './delays.ts';
import { describeDays, describeExpectation, describeStanding } from './describe-freshness.ts';
import type { ExpectationEditDto } from './expectation-edit.dto.ts';
import { Feeding } from './feeding.ts';
import { gather } from './gather.ts';
import { standingsOf } from './standing.ts';

/** Whether sources deliver as they should, and how complete that leaves the numbers they feed. */
@Injectable()
export class FreshnessService {
  private readonly known = new Map<string, { at: number; feeding: Promise<Feeding | null> }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** How fresh the numbers of an organisation are; looked at anew once a minute at most, whoever asks. */
  feeding(organisationId: string): Promise<Feeding | null> {
    const now = this.clock.now();
    const known = this.known.get(organisationId);
    if (known !== undefined && Math.abs(now - known.at) < KNOWN_MS) return known.feeding;
    const feeding = this.database
      .inScope(wholeOf(organisationId), (transaction) => gather(transaction, now))
      .then((gathered) => (gathered === null ? null : new Feeding(gathered)));
    this.known.set(organisationId, { at: now, feeding });
    feeding.catch(() => this.known.delete(organisationId));
    return feeding;
  }

  /** The standing of every source, by code. */
  async standings(transaction: Transaction): Promise<Map<string, SourceFreshnessDto>> {
    const gathered = await gather(transaction, this.clock.now());
    if (gathered === null) return new Map();
    const { timeZone } = gathered.calendar;
    return new Map(
      standingsOf(gathered).map((standing) => [standing.source.code, describeStanding(standing, timeZone)]),
    );
  }

  deliveries(scope: Scope, code: string): Promise<SourceDeliveriesDto> {
    return this.database.inScope(scope, async (transaction) => {
      const gathered = await gather(transaction, this.clock.now());
      const standing = gathered && standingsOf(gathered).find(({ source }) => source.code === code);
      if (!gathered || !standing) throw new NotFoundException('There is no source of this code.');
      return {
        freshness: describeStanding(standing, gathered.calendar.timeZone),
        proposal: describeExpectation(standing.proposal, null),
        days: describeDays(standing, gathered),
        delays: describeDelays(gathered, standing.source.id),
      };
    });
  }

  /** Says how often a source should deliver, or leaves it to what its deliveries look like. */
  async expect(scope: Scope, code: string, wish: ExpectationEditDto): Promise<SourceDeliveriesDto> {
    await this.database.inScope(scope, async (transaction) => {
      const { organisationId } = scope;
      const [source] = await transaction.query<{ id: string }>(
        'select id from source where organisation_id = $1 and code = $2 for update',
        [organisationId, code],
      );
      if (source === undefined) throw new NotFoundException('There is no source of this code.');
      const { rhythm } = wish;
      if (rhythm === 'learned') {
        await transaction.query('delete from source_expectation where organisation_id = $1 and source_id = $2', [
          ...[organisationId, source.id],
        ]);
      } else {
        await transaction.query(SET_SQL, [
          ...[organisationId, source.id, rhythm, weekdaysOf(wish), wish.graceHours ?? 0],
          ...[scope.actor?.name ?? 'Bedside', new Date(this.clock.now())],
        ]);
      }
      audit(transaction, {
        action: 'source.expected',
        subject: { kind: 'source', id: code },
        details: { rhythm, weekdays: weekdaysOf(wish), graceHours: wish.graceHours ?? null },
      });
    });
    this.known.delete(scope.organisationId);
    return this.deliveries(scope, code);
  }
}

const KNOWN_MS = 60_000;

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Only deliveries by the hour or the day have weekdays: all of them, if none is named. */
function weekdaysOf({ rhythm, weekdays = [] }: ExpectationEditDto): DeliveryExpectationDto['weekdays'] {
  if (rhythm !== 'hour' && rhythm !== 'day') return [];
  return weekdays.length === 0 ? EVERY_DAY : [...new Set(weekdays)].sort((a, b) => a - b);
}

const SET_SQL = `
insert into source_expectation (organisation_id, source_id, rhythm, weekdays, grace_hours, set_by, set_at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (organisation_id, source_id) do update set rhythm = excluded.rhythm, weekdays = excluded.weekdays,
  grace_hours = excluded.grace_hours, set_by = excluded.set_by, set_at = excluded.set_at`;
