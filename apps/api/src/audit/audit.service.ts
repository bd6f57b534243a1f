import { Inject, Injectable, Logger, NotFoundException, Optional } from '@nestjs/common';
import type { AuditSearchDto, AuditSpanDto, BreachQueryDto } from '#contracts/audit-query.dto.ts';
import type {
  AuditActorDto,
  AuditEventDto,
  AuditPageDto,
  AuditVerificationDto,
  BreachRecordDto,
  BreachReportDto,
} from '#contracts/audit.dto.ts';
import { Clock } from '../clock/clock.ts';
import { Database, type Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { type FoundActor, auditActors } from './audit-actors.query.ts';
import { auditReading } from './audit-reading.ts';
import { type FoundEvent, idsOfRecord, searchEvents } from './audit-search.query.ts';
import { audit } from './audit.ts';
import type { BreachHead } from './breach-file.ts';
import { type BreachSpan, allBreachRecords, breachFigures, breachRecords, breachSpan } from './breach.query.ts';
import { exportTrail } from './export-trail.ts';
import { organisationZone } from './organisation-zone.query.ts';
import { PLACES_FOLDER, rememberPlace, rememberedPlace } from './remembered-places.ts';
import { type TrailReport, verifyTrail } from './verify-trail.ts';

const PAGE = 50;
/** Records of a breach report on the page; a download holds them all. */
const SHOWN = 500;

/** Who did what: searched, verified, exported, and gathered for one account. Each of it is itself put down. */
@Injectable()
export class AuditService {
  private readonly verifying = new Map<string, Promise<TrailReport>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Optional() @Inject(PLACES_FOLDER) private readonly placesFolder?: string,
  ) {}

  search(scope: Scope, asked: AuditSearchDto): Promise<AuditPageDto> {
    const limit = asked.limit ?? PAGE;
    return this.database.inScope(scope, async (transaction) => {
      const timeZone = await organisationZone(transaction);
      const records = asked.record === undefined ? null : await idsOfRecord(transaction, asked.record);
      // One more than the page holds tells whether there is a next one.
      const found = await searchEvents(transaction, asked, { records, timeZone }, limit + 1);
      await auditReading(transaction, asked, this.clock.now());
      const rows = found.slice(0, limit);
      const last = found.length > limit ? rows.at(-1) : undefined;
      return { timeZone, rows: rows.map(toDto), next: last === undefined ? null : String(last.seq) };
    });
  }

  actors(scope: Scope): Promise<AuditActorDto[]> {
    return this.database.inScope(scope, async (transaction) => (await auditActors(transaction)).map(toActor));
  }

  /** However many ask at once, an organisation's trail is walked once. */
  async verify(scope: Scope): Promise<AuditVerificationDto> {
    const publicKey = this.database.signer?.publicKey ?? null;
    const { organisationId } = scope;
    const walk =
      this.verifying.get(organisationId) ??
      this.walk(scope, publicKey).finally(() => this.verifying.delete(organisationId));
    this.verifying.set(organisationId, walk);
    const { events, upTo, signed, keyChanges, fault } = await walk;
    return {
      ...{ events, upTo: upTo?.seq ?? null, hash: upTo?.hash ?? null, at: upTo?.at ?? null },
      timeZone: await this.database.inScope(scope, organisationZone),
      ...{ signed, publicKey, keyChanges: [...keyChanges], fault },
    };
  }

  /** What was there the last time must still be there; how far it came is kept where nobody but a known key has signed. */
  private async walk(scope: Scope, publicKey: string | null): Promise<TrailReport> {
    const { placesFolder: folder } = this;
    const { organisationId } = scope;
    const remembered = folder === undefined ? null : await rememberedPlace(folder, organisationId);
    const anchors = remembered === null ? [] : [remembered];
    const report = await verifyTrail(this.database, scope, { publicKey, earlierKeys: [], vouched: 'told', anchors });
    const { fault, upTo, keyChanges } = report;
    if (folder !== undefined && fault === null && upTo !== null && keyChanges.length === 0) {
      await rememberPlace(folder, organisationId, upTo).catch(() =>
        new Logger('audit').warn('how far the trail was verified could not be kept in the data folder'),
      );
    }
    return report;
  }

  /** Puts the export down before the first line of it is read. */
  async export(scope: Scope, { from, to }: AuditSpanDto): Promise<AsyncGenerator<string>> {
    const span = await this.database.inScope(scope, async (transaction) => {
      audit(transaction, { action: 'audit.exported', details: { from, to } });
      const zone = await organisationZone(transaction);
      return { from: from && startOf(from, zone), to: to && startOf(to, zone) };
    });
    return exportTrail(this.database, scope, span, new Date(this.clock.now()).toISOString());
  }

  /** The report as a page shows it: the figures, and the records touched last. */
  breach(scope: Scope, asked: BreachQueryDto): Promise<BreachReportDto> {
    return this.database.inScope(scope, async (transaction) => {
      const { head, span } = await this.beginBreach(transaction, asked, 'breach-report.made');
      return { ...head, rows: await breachRecords(transaction, span, SHOWN) };
    });
  }

  /** The same with every record; put down before the first of them is read. */
  async wholeBreach(scope: Scope, asked: BreachQueryDto): Promise<{ head: BreachHead; pages: BreachPages }> {
    const { head, span } = await this.database.inScope(scope, (transaction) =>
      this.beginBreach(transaction, asked, 'breach-report.exported'),
    );
    return { head, pages: allBreachRecords(this.database, scope, span) };
  }

  private async beginBreach(
    transaction: Transaction,
    asked: BreachQueryDto,
    action: string,
  ): Promise<{ head: BreachHead; span: BreachSpan }> {
    const [actor] = await auditActors(transaction, asked.actor);
    if (actor === undefined) throw new NotFoundException('Nobody with that id has done anything yet.');
    const timeZone = await organisationZone(transaction);
    const span = await breachSpan(transaction, asked, timeZone);
    const figures = await breachFigures(transaction, span);
    const { from, to } = asked;
    audit(transaction, {
      action,
      subject: { kind: actor.kind === 'person' ? 'account' : 'key', id: actor.id },
      details: { from, to, records: figures.records },
    });
    return { head: { ...{ actor: toActor(actor), from, to, timeZone }, ...figures }, span };
  }
}

type BreachPages = AsyncGenerator<BreachRecordDto[]>;

const toDto = ({ at, details, ...event }: FoundEvent): AuditEventDto => ({
  ...event,
  at: at.toISOString(),
  details: JSON.parse(details) as Record<string, unknown>,
});

const toActor = ({ lastAt, ...actor }: FoundActor): AuditActorDto => ({ ...actor, lastAt: lastAt.toISOString() });

function startOf(date: string, timeZone: string): string {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds).toISOString();
}
