import { randomUUID } from 'node:crypto';
import {
  BadRequestException,
  ConflictException,
  Inject,
  Injectable,
  NotFoundException,
  Optional,
} from '@nestjs/common';
import { FORMATS_OF_ANY_KIND, type WebhookScheme } from '#contracts/webhook-scheme.ts';
import type { MadeWebhookDto, WebhookDto, WebhooksDto } from '#contracts/webhooks.dto.ts';
import { audit } from '../audit/audit.ts';
import { Clock } from '../clock/clock.ts';
import { Database, type Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { findSource, OWN_SOURCE } from '../facts/source.ts';
import { SECRET_KEYS, type SecretKeys } from '../sign-in/second-factor/secret-keys.ts';
import { listWebhooks } from './source-webhooks.query.ts';
import type { NewWebhookDto, NewWebhookSecretDto, WebhookEditDto } from './webhook-edits.dto.ts';
import { ownerOf } from './webhook-owner.ts';
import { keyOf, newWebhookSecret, NO_SECRET } from './webhook-secret.ts';

const HINT_LENGTH = 4;
/** More than this on one source are forgotten ones. */
const WEBHOOKS = 10;
const OVERLAP_HOURS = 24;

/** The webhooks of a source: made, renamed, paused, given another secret, and taken away. */
@Injectable()
export class SourceWebhooks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Optional() @Inject(SECRET_KEYS) private readonly keys?: SecretKeys,
  ) {}

  list(scope: Scope, code: string): Promise<WebhooksDto> {
    return this.database.inScope(scope, async (transaction) => ({
      webhooks: await listWebhooks(transaction, await sourceOf(transaction, code), this.clock.now()),
    }));
  }

  create(scope: Scope, code: string, { kind = null, ...made }: NewWebhookDto): Promise<MadeWebhookDto> {
    const name = named(made.name);
    const { scheme, format } = made;
    if ((kind === null) === FORMATS_OF_ANY_KIND.includes(format)) {
      throw new BadRequestException(
        kind === null ? 'kind must say what the rows are' : 'kind must be left out: the format tells it',
      );
    }
    const { organisationId } = scope;
    const id = randomUUID();
    const { secret, sealed, hint } = this.sealed(organisationId, id, scheme, made.secret);
    return this.database.inScope(scope, async (transaction) => {
      const sourceId = await sourceOf(transaction, code);
      if (code === OWN_SOURCE) throw new ConflictException(OWN);
      if ((await listWebhooks(transaction, sourceId, this.clock.now())).length >= WEBHOOKS) {
        throw new ConflictException(ENOUGH);
      }
      await transaction.query(INSERT, [
        ...[organisationId, id, sourceId, name, scheme, format, kind, sealed, hint],
        ...[new Date(this.clock.now()), scope.actor?.name ?? 'Bedside'],
      ]);
      tell(transaction, 'webhook.created', code, { webhook: id, name, scheme, format, kind });
      return { secret, webhook: await this.one(transaction, sourceId, id) };
    });
  }

  change(scope: Scope, code: string, id: string, { name, paused }: WebhookEditDto): Promise<WebhookDto> {
    return this.database.inScope(scope, async (transaction) => {
      const sourceId = await sourceOf(transaction, code);
      const before = await this.one(transaction, sourceId, id);
      const after = { name: name === undefined ? before.name : named(name), paused: paused ?? before.paused };
      await transaction.query('update webhook set name = $3, paused = $4 where organisation_id = $1 and id = $2', [
        ...[scope.organisationId, id, after.name, after.paused],
      ]);
      const from = { name: before.name, paused: before.paused };
      tell(transaction, 'webhook.changed', code, { webhook: id, from, to: after });
      return this.one(transaction, sourceId, id);
    });
  }

  /** Gives it another secret; the one until now is good as well for a while, so that no delivery is lost. */
  renew(scope: Scope, code: string, id: string, given: NewWebhookSecretDto): Promise<MadeWebhookDto> {
    const { organisationId } = scope;
    const { overlapHours = OVERLAP_HOURS } = given;
    return this.database.inScope(scope, async (transaction) => {
      const sourceId = await sourceOf(transaction, code);
      const { scheme, name } = await this.one(transaction, sourceId, id);
      const { secret, sealed, hint } = this.sealed(organisationId, id, scheme, given.secret);
      const now = this.clock.now();
      const until = new Date(now + overlapHours * 3_600_000);
      await transaction.query(RENEW, [organisationId, id, sealed, hint, new Date(now), until]);
      tell(transaction, 'webhook.secret-renewed', code, { webhook: id, name, formerUntil: until.toISOString() });
      return { secret, webhook: await this.one(transaction, sourceId, id) };
    });
  }

  /** Takes it away: from the next delivery on there is nothing at its address. */
  remove(scope: Scope, code: string, id: string): Promise<void> {
    return this.database.inScope(scope, async (transaction) => {
      const { name } = await this.one(transaction, await sourceOf(transaction, code), id);
      const key = [scope.organisationId, id];
      await transaction.query('delete from webhook_delivery where organisation_id = $1 and webhook_id = $2', key);
      await transaction.query('delete from webhook where organisation_id = $1 and id = $2', key);
      tell(transaction, 'webhook.removed', code, { webhook: id, name });
    });
  }

  private sealed(organisationId: string, id: string, scheme: WebhookScheme, given: string | undefined) {
    if (this.keys === undefined) throw new ConflictException(NO_KEY);
    const secret = given?.trim() ?? newWebhookSecret(scheme);
    const key = keyOf(scheme, secret);
    if (key === undefined) throw new BadRequestException(NO_SECRET[scheme]);
    return { secret, sealed: this.keys.seal(key, ownerOf({ organisationId, id })), hint: secret.slice(-HINT_LENGTH) };
  }

  private async one(transaction: Transaction, sourceId: string, id: string): Promise<WebhookDto> {
    const found = (await listWebhooks(transaction, sourceId, this.clock.now())).find((webhook) => webhook.id === id);
    if (found === undefined) throw new NotFoundException('This source has no such webhook.');
    return found;
  }
}

const INSERT = `
insert into webhook (organisation_id, id, source_id, name, scheme, format, kind, secret, hint, secret_at, created_at, created_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11)`;

const RENEW = `
update webhook set former_secret = secret, former_until = $6, secret = $3, hint = $4, secret_at = $5
where organisation_id = $1 and id = $2`;

async function sourceOf(transaction: Transaction, code: string): Promise<string> {
  const id = await findSource(transaction, code);
  if (id === undefined) throw new NotFoundException('There is no source of this code.');
  return id;
}

function named(name: string): string {
  const plain = name.normalize('NFC').trim();
  if (plain === '') throw new BadRequestException('name must say what it is');
  return plain;
}

function tell(transaction: Transaction, action: string, code: string, details: Record<string, unknown>): void {
  audit(transaction, { action, subject: { kind: 'source', id: code }, details });
}

const OWN = 'This source stands for what people enter in Bedside itself: nothing is delivered to it.';
const ENOUGH = `This source has ${WEBHOOKS} webhooks: remove those nobody uses first.`;
const NO_KEY =
  'There is no key to keep the secret with: whoever runs Bedside makes one with “openssl rand -base64 32” and gives it to every process as BEDSIDE_SECRET_KEY.';
