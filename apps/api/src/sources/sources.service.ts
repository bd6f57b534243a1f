import { randomUUID } from 'node:crypto';
import { BadRequestException, ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import type { SourceFreshnessDto } from '#contracts/freshness.dto.ts';
import type { MadeSourceKeyDto, SourceDto, SourcesDto } from '#contracts/sources.dto.ts';
import { newToken } from '../access/secret.ts';
import { audit } from '../audit/audit.ts';
import { Clock } from '../clock/clock.ts';
import { Database, type Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { refuseStale } from '../editing/version.ts';
import { OWN_SOURCE } from '../facts/source.ts';
import { FreshnessService } from '../freshness/freshness.service.ts';
import { describeKeys, describeSource, editableOf } from './describe-source.ts';
import { listSources, type StoredSource } from './list-sources.query.ts';
import type { NewSourceDto, NewSourceKeyDto, SourceEditDto } from './source-edits.dto.ts';
import { removeWebhooks } from '../webhooks/remove-webhooks.query.ts';

/** Enough of a secret to tell it from others, too little to guess the rest from. */
const HINT_LENGTH = 4;
/** More live keys than this are forgotten ones. */
const LIVE_KEYS = 10;

/** The systems that send rows, and the keys they send them with. */
@Injectable()
export class SourcesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly freshness: FreshnessService,
  ) {}

  list(scope: Scope): Promise<SourcesDto> {
    return this.database.inScope(scope, async (transaction) => {
      const sources = await listSources(transaction);
      const standings = await this.freshness.standings(transaction);
      return {
        sources: sources.map((source) => describeSource(source, standingIn(standings, source), this.clock.now())),
      };
    });
  }

  create(scope: Scope, { code, name }: NewSourceDto): Promise<SourceDto> {
    return this.database.inScope(scope, async (transaction) => {
      const made = await transaction.query(
        `insert into source (organisation_id, id, code, name) values ($1, $2, $3, $4) on conflict do nothing returning id`,
        [scope.organisationId, randomUUID(), code, named(name)],
      );
      if (made.length === 0) throw taken(code);
      audit(transaction, { action: 'source.created', subject: { kind: 'source', id: code }, details: { name } });
      return this.describe(transaction, code);
    });
  }

  /** Renames a source or gives it another code; its rows stay its own, and senders must say the new code from now on. */
  change(scope: Scope, code: string, edit: SourceEditDto): Promise<SourceDto> {
    return this.database.inScope(scope, async (transaction) => {
      const source = await held(transaction, code);
      refuseOwn(source);
      refuseStale(edit.version, editableOf(source));
      if (edit.code !== code && (await listSources(transaction, edit.code)).length > 0) throw taken(edit.code);
      const now = { code: edit.code, name: named(edit.name) };
      await transaction.query('update source set code = $3, name = $4 where organisation_id = $1 and id = $2', [
        ...[scope.organisationId, source.id, now.code, now.name],
      ]);
      audit(transaction, {
        action: 'source.changed',
        subject: { kind: 'source', id: now.code },
        details: { from: editableOf(source), to: now },
      });
      return this.describe(transaction, now.code);
    });
  }

  /** Removes a source nothing has come from; its keys and webhooks are worthless from then on. */
  remove(scope: Scope, code: string): Promise<void> {
    return this.database.inScope(scope, async (transaction) => {
      const source = await held(transaction, code);
      refuseOwn(source);
      if (source.kinds.length > 0) throw new ConflictException(HAS_SENT);
      const { organisationId } = scope;
      await removeWebhooks(transaction, source.id);
      await transaction.query('delete from source where organisation_id = $1 and id = $2', [organisationId, source.id]);
      audit(transaction, { action: 'source.removed', subject: { kind: 'source', id: code } });
    });
  }

  /** Makes a key beside those there are, so that a sender can change over before the old one is revoked. */
  makeKey(scope: Scope, code: string, { name, expiresAt }: NewSourceKeyDto): Promise<MadeSourceKeyDto> {
    const now = this.clock.now();
    const until = expiresAt == null ? null : new Date(expiresAt);
    if (until !== null && until.getTime() <= now) throw new BadRequestException('expiresAt must be in the future');
    return this.database.inScope(scope, async (transaction) => {
      const source = await held(transaction, code);
      refuseOwn(source);
      const live = describeKeys(source.keys, now).filter(({ state }) => state === 'live').length;
      if (live >= LIVE_KEYS) throw new ConflictException(ENOUGH_KEYS);
      const { text, secretHash } = newToken(scope.organisationId);
      const id = randomUUID();
      await transaction.query(INSERT_KEY, [
        ...[scope.organisationId, id, source.id, named(name), secretHash, text.slice(-HINT_LENGTH)],
        ...[new Date(now), scope.actor?.name ?? 'Bedside', until],
      ]);
      audit(transaction, {
        action: 'key.created',
        subject: { kind: 'source', id: code },
        details: { key: id, name, expiresAt: until?.toISOString() ?? null },
      });
      return { secret: `bsk_${text}`, source: await this.describe(transaction, code) };
    });
  }

  revokeKey(scope: Scope, code: string, keyId: string): Promise<SourceDto> {
    return this.database.inScope(scope, async (transaction) => {
      const source = await held(transaction, code);
      const key = source.keys.find(({ id }) => id === keyId);
      if (key === undefined) throw new NotFoundException('This source has no such key.');
      if (key.revokedAt === null) {
        await transaction.query('update machine_key set revoked_at = $3 where organisation_id = $1 and id = $2', [
          ...[scope.organisationId, keyId, new Date(this.clock.now())],
        ]);
        const details = { key: keyId, name: key.name };
        audit(transaction, { action: 'key.revoked', subject: { kind: 'source', id: code }, details });
      }
      return this.describe(transaction, code);
    });
  }

  private async describe(transaction: Transaction, code: string): Promise<SourceDto> {
    const [source] = await listSources(transaction, code);
    if (source === undefined) throw unknown();
    const standings = await this.freshness.standings(transaction);
    return describeSource(source, standingIn(standings, source), this.clock.now());
  }
}

function standingIn(standings: ReadonlyMap<string, SourceFreshnessDto>, { code }: StoredSource): SourceFreshnessDto {
  const standing = standings.get(code);
  if (standing === undefined) throw new Error('a source was removed while it was being described');
  return standing;
}

const INSERT_KEY = `
insert into machine_key (organisation_id, id, source_id, name, secret_hash, hint, created_at, created_by, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** A source that nobody else changes meanwhile. */
async function held(transaction: Transaction, code: string): Promise<StoredSource> {
  const { organisationId } = transaction.scope;
  await transaction.query('select 1 from source where organisation_id = $1 and code = $2 for update', [
    ...[organisationId, code],
  ]);
  const [source] = await listSources(transaction, code);
  if (source === undefined) throw unknown();
  return source;
}

function named(name: string): string {
  const plain = name.normalize('NFC').trim();
  if (plain === '') throw new BadRequestException('name must say what it is');
  return plain;
}

function refuseOwn({ code }: StoredSource): void {
  if (code === OWN_SOURCE) throw new ConflictException(OWN);
}

const unknown = () => new NotFoundException('There is no source of this code.');
const taken = (code: string) => new ConflictException(`There is a source ${code} already: choose another code.`);
const OWN = 'This source stands for what people enter in Bedside itself: it has no keys and stays as it is.';
const HAS_SENT = 'Rows have come from this source, so it stays: revoke its keys, and nothing more can come.';
const ENOUGH_KEYS = `This source has ${LIVE_KEYS} live keys: revoke those nobody uses first.`;
