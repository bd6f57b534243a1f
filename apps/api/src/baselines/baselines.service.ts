import { randomUUID } from 'node:crypto';
import {
  BadRequestException,
  ConflictException,
  ForbiddenException,
  Injectable,
  NotFoundException,
} from '@nestjs/common';
import type { BaselineDto, BaselineSayingDto, BaselinesDto } from '#contracts/baselines.dto.ts';
import { BASELINE_KINDS } from '#metrics/baseline-stretches.ts';
import { metricOf } from '#metrics/catalogue.ts';
import type { Metric } from '#metrics/metric.ts';
import { audit } from '../audit/audit.ts';
import { Clock } from '../clock/clock.ts';
import { Database, type Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { OWN_SOURCE } from '../facts/source.ts';
import { RowMasking } from '../ingest/masking/row-masking.ts';
import { maskingOf } from '../ingest/masking/source-masking.query.ts';
import { cellName, cellOf, isOfWhole } from '../metrics/question/cell-name.ts';
import { readFilter } from '../metrics/question/filter.ts';
import { loadOrganisationView, type OrganisationView } from '../metrics/question/organisation-view.ts';
import { dimensionTroubles, unknownMetric } from '../metrics/question/read-question.ts';
import { datesTroubles } from './baseline-dates.ts';
import {
  BASELINE_SQL,
  BASELINES_SQL,
  HOLDING_SQL,
  SAY_SQL,
  type StoredBaseline,
  TAKE_BACK_SQL,
} from './baselines.query.ts';

/** More than this said of one baseline helps nobody read its chart. */
const MOST_HOLDING = 20;

/** What people say of the weeks that others are judged by: kept with who said it, when and why. */
@Injectable()
export class BaselinesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope, code: string): Promise<BaselinesDto> {
    const metric = judged(code);
    return this.database.inScope(scope, async (transaction) => {
      const organisation = await loadOrganisationView(transaction, undefined);
      const stored = await transaction.query<StoredBaseline>(BASELINES_SQL, [scope.organisationId, metric.code]);
      return { baselines: stored.filter(({ cell }) => isOpenTo(scope, organisation, cell)).map(described) };
    });
  }

  /** Puts down what somebody says of a baseline. Nothing that was said before is lost. */
  say(scope: Scope, saying: BaselineSayingDto): Promise<BaselineDto> {
    const metric = judged(saying.metric);
    const id = randomUUID();
    return this.database.inScope(scope, async (transaction) => {
      const organisation = await loadOrganisationView(transaction, saying.where);
      refuseTroubles(metric, saying, organisation, this.clock.today(organisation.timeZone));
      const cell = cellName(saying.where ?? {});
      if (!isOpenTo(scope, organisation, cell)) throw new ForbiddenException(OWN_DEPARTMENTS);
      const { organisationId, actor } = scope;
      const [{ holding } = { holding: 0 }] = await transaction.query<{ holding: number }>(HOLDING_SQL, [
        ...[organisationId, metric.code, cell],
      ]);
      if (holding >= MOST_HOLDING) throw new ConflictException(ENOUGH);
      const { kind, from, to = null } = saying;
      const note = await masked(transaction, saying.note);
      const saidAt = new Date(this.clock.now());
      const saidBy = actor?.name ?? 'Bedside';
      const values = [organisationId, id, metric.code, cell, kind, from, to, note, saidAt, saidBy];
      await transaction.query(SAY_SQL, values);
      const details = { metric: metric.code, where: cellOf(cell), kind, from, to };
      audit(transaction, { action: 'baseline.said', subject: { kind: 'baseline', id }, details });
      const stored = { id, metric: metric.code, cell, kind, from, to, note, saidAt, saidBy };
      return described({ ...stored, takenBackAt: null, takenBackBy: null });
    });
  }

  takeBack(scope: Scope, id: string): Promise<void> {
    return this.database.inScope(scope, async (transaction) => {
      const { organisationId, actor } = scope;
      const organisation = await loadOrganisationView(transaction, undefined);
      const [stored] = await transaction.query<StoredBaseline>(BASELINE_SQL, [organisationId, id]);
      if (stored === undefined || !isOpenTo(scope, organisation, stored.cell)) throw new NotFoundException(GONE);
      const by = actor?.name ?? 'Bedside';
      await transaction.query(TAKE_BACK_SQL, [organisationId, id, new Date(this.clock.now()), by]);
      const { metric, cell, kind, from, to } = stored;
      const details = { metric, where: cellOf(cell), kind, from, to };
      audit(transaction, { action: 'baseline.taken-back', subject: { kind: 'baseline', id }, details });
    });
  }
}

function judged(code: string): Metric {
  const metric = metricOf(code);
  if (metric === undefined) throw new BadRequestException([unknownMetric('metric', code)]);
  if (metric.signal === undefined) throw new BadRequestException([`metric: weeks of ${code} are not judged`]);
  return metric;
}

function refuseTroubles(metric: Metric, saying: BaselineSayingDto, view: OrganisationView, today: string): void {
  const all = [
    ...readFilter(saying.where, view).troubles,
    ...dimensionTroubles(metric, [], saying.where),
    ...datesTroubles(saying, today),
  ];
  if (all.length > 0) throw new BadRequestException(all);
}

/** Whoever sees some departments has to do with the baselines of those alone. */
function isOpenTo({ departmentIds }: Scope, { departments }: OrganisationView, cell: string): boolean {
  return departmentIds === 'all' || !isOfWhole(cell, new Set(departments.map(({ code }) => code)));
}

/** A note is nothing to write names and numbers in; those that are found are masked. */
async function masked(transaction: Transaction, text: string): Promise<string> {
  const masking = new RowMasking(await maskingOf(transaction, OWN_SOURCE));
  masking.begin({});
  const note = masking.complaint(text.trim());
  if (note === null) throw new BadRequestException(['note must say why']);
  return note;
}

function described({ cell, kind, saidAt, takenBackAt, ...stored }: StoredBaseline): BaselineDto {
  return {
    ...stored,
    kind: BASELINE_KINDS.find((known) => known === kind) ?? 'frozen',
    where: cellOf(cell),
    saidAt: saidAt.toISOString(),
    takenBackAt: takenBackAt?.toISOString() ?? null,
  };
}

const OWN_DEPARTMENTS =
  'You set baselines of your departments: choose one of them. Those of the whole organisation are set by quality managers.';
const ENOUGH = `${MOST_HOLDING} things hold already of this baseline: take some of them back first.`;
const GONE = 'There is no such baseline any more: it may have been taken back.';
