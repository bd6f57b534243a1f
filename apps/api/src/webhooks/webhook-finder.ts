import { Inject, Injectable, Optional } from '@nestjs/common';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { WebhookFormat, WebhookScheme } from '#contracts/webhook-scheme.ts';
import { wholeOf } from '../access/access.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { SECRET_KEYS, type SecretKeys } from '../sign-in/second-factor/secret-keys.ts';
import { type WebhookPlace, placeIn } from './webhook-address.ts';
import { ownerOf } from './webhook-owner.ts';

/** A webhook as a delivery meets it. */
export interface KnownWebhook extends WebhookPlace {
  name: string;
  sourceId: string;
  sourceCode: string;
  scheme: WebhookScheme;
  format: WebhookFormat;
  kind: FactKind | null;
  paused: boolean;
  /** The keys that deliveries may be signed with: the newer one, and the former while both hold. */
  secrets: readonly Buffer[];
}

interface Stored extends Omit<KnownWebhook, 'secrets' | 'organisationId'> {
  sealed: Buffer[];
}

/** Finds the webhook that an address belongs to. */
@Injectable()
export class WebhookFinder {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Optional() @Inject(SECRET_KEYS) private readonly keys?: SecretKeys,
  ) {}

  async find(address: string): Promise<KnownWebhook | undefined> {
    const place = placeIn(address);
    if (place === undefined) return undefined;
    const { organisationId, id } = place;
    const [found] = await this.database.inScope(wholeOf(organisationId), ({ query }) =>
      query<Stored>(FIND, [organisationId, id, new Date(this.clock.now())]),
    );
    if (found === undefined) return undefined;
    const { sealed, ...webhook } = found;
    const secrets = sealed.flatMap((one) => this.keys?.open(one, ownerOf(place))?.secret ?? []);
    return { ...webhook, organisationId, secrets };
  }
}

const FIND = `
select w.id, w.name, w.source_id as "sourceId", s.code as "sourceCode", w.scheme, w.format, w.kind, w.paused,
  array_remove(array[w.secret, case when w.former_until > $3 then w.former_secret end], null) as sealed
from webhook w join source s on s.organisation_id = w.organisation_id and s.id = w.source_id
where w.organisation_id = $1 and w.id = $2`;
