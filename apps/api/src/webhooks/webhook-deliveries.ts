import {
  BadRequestException,
  ConflictException,
  HttpException,
  Injectable,
  PayloadTooLargeException,
  UnauthorizedException,
} from '@nestjs/common';
import type { WebhookFault } from '#contracts/webhook-scheme.ts';
import type { WebhookAnswerDto } from '#contracts/webhooks.dto.ts';
import { wholeOf } from '../access/access.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { IngestService } from '../ingest/ingest.service.ts';
import { loadDirectory } from '../organisation/directory.ts';
import { IdKey } from '../ingest/formats/id-key.ts';
import { contentOf, DeliveryRefused } from './delivery-content.ts';
import { closeDelivery, forgetDelivery, hashOf, rememberDelivery } from './delivery-record.ts';
import { keptMapping } from './kept-mapping.query.ts';
import { checkSignature, type SignedRequest } from './signatures.ts';
import { keepTurnedAway } from './turned-away.ts';
import { wishedDepartments } from '../ingest/mapping/new-departments-wish.ts';
import type { KnownWebhook } from './webhook-finder.ts';

/** A delivery is answered while its sender waits, so it is small. */
export const LARGEST_DELIVERY = 1024 * 1024;

/** Tells whoever has no secret nothing, not even whether there is such a webhook. */
export const NOT_SIGNED =
  'The delivery is not signed as it should be: check its address, the secret, and that the clock is right.';

/**
 * Takes in what systems deliver: each delivery once, however often it is sent and wherever it broke off. What was
 * delivered is remembered before its first row goes in, with the import that its rows are of; a delivery that comes
 * again goes on with that import, which leaves out what is stored.
 */
@Injectable()
export class WebhookDeliveries {
  /** Deliveries being taken in here just now: the same one meanwhile waits for its answer. */
  private readonly underWay = new Map<string, Promise<WebhookAnswerDto>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ingest: IngestService,
  ) {}

  async take(webhook: KnownWebhook, request: SignedRequest, ip: string): Promise<WebhookAnswerDto> {
    const scope = wholeOf(webhook.organisationId, { kind: 'key', id: webhook.id, name: webhook.name, address: ip });
    const turnAway = async (fault: WebhookFault, error: HttpException, message: string | null = null) => {
      await this.database.inScope(scope, (transaction) =>
        keepTurnedAway(transaction, webhook, fault, message, this.clock.now()),
      );
      return error;
    };
    const { secrets, scheme, paused } = webhook;
    if (secrets.length === 0) throw await turnAway('secret-unreadable', new UnauthorizedException(NOT_SIGNED));
    const signed = checkSignature(scheme, request, secrets, this.clock.now());
    if (typeof signed === 'string') throw await turnAway(signed, new UnauthorizedException(NOT_SIGNED));
    if (paused) throw await turnAway('paused', later(PAUSED));
    const { body } = request;
    if (body.length > LARGEST_DELIVERY) throw await turnAway('too-large', new PayloadTooLargeException(TOO_LARGE));
    const messageHash = hashOf(signed.messageId);
    const delivery = { webhookId: webhook.id, messageHash, body, at: new Date(this.clock.now()) };
    const known = await this.database.inScope(scope, (transaction) => rememberDelivery(transaction, delivery));
    if (known.otherBody) throw await turnAway('other-body', new ConflictException(OTHER_BODY));
    if (known.taken !== null) return { state: 'taken-before', ...known.taken };
    try {
      const key = `${webhook.id} ${messageHash.toString('hex')}`;
      const elsewhere = this.underWay.get(key);
      if (elsewhere !== undefined) return { ...(await elsewhere), state: 'taken-before' };
      const taking = this.store(scope, webhook, delivery, known.importId).finally(() => this.underWay.delete(key));
      this.underWay.set(key, taking);
      return await taking;
    } catch (error) {
      if (!(error instanceof DeliveryRefused)) throw error;
      await this.database.inScope(scope, (transaction) => forgetDelivery(transaction, delivery));
      throw await turnAway(error.fault, new BadRequestException(error.message), error.message);
    }
  }

  private async store(
    scope: Scope,
    webhook: KnownWebhook,
    delivery: Parameters<typeof rememberDelivery>[1],
    importId: string,
  ): Promise<WebhookAnswerDto> {
    const { sourceId, sourceCode, format, kind } = webhook;
    const { mapping, directory } = await this.database.inScope(scope, async (transaction) => ({
      mapping: format === 'rows' ? {} : await keptMapping(transaction, { sourceId, format, kind }),
      directory: await loadDirectory(transaction),
    }));
    const touchpoints = (directory?.touchpoints ?? []).map(({ code }) => code);
    const idKey = new IdKey(directory?.organisation.pseudonymKey);
    const content = await contentOf(delivery.body, { format, kind, mapping, touchpoints, idKey });
    const { read, accepted, updated, unchanged, quarantined } = await this.ingest.ingest(
      scope,
      { kind: content.kind, source: sourceCode, way: 'webhook' },
      content.chunks,
      { importId, createDepartments: wishedDepartments(mapping) },
    );
    const counts = { read, accepted, updated, unchanged, quarantined };
    const at = new Date(this.clock.now());
    const first = await this.database.inScope(scope, (transaction) =>
      closeDelivery(transaction, { ...delivery, at }, counts),
    );
    return { state: first ? 'taken' : 'taken-before', ...counts };
  }
}

const later = (message: string): HttpException =>
  new HttpException({ statusCode: 503, message, error: 'Service Unavailable' }, 503);

const PAUSED = 'This webhook is paused: deliver again later.';
export const TOO_LARGE = 'A delivery may have 1 MB: deliver fewer rows at a time.';
const OTHER_BODY = 'Something else was delivered under this id before: give each delivery an id of its own.';
