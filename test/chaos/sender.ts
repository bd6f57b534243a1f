import { setTimeout } from 'node:timers/promises';
import { type Row, SENT_KINDS, type SentKind } from './sent-kinds.ts';

/** What a sender knows to be so: each row by its id, with the version last acknowledged; null for an erased one. Of rows without ids, each request with the number of its rows. */
export type Journal = ReadonlyMap<string, number | null>;

/** Something a sender asks for, which is asked again until it is acknowledged. */
interface Request {
  name: SentKind['name'];
  path: string;
  body: unknown;
  becomes: ReadonlyMap<string, number | null>;
}

/** Sends rows, corrections and erasures of its own source, one request after another, and keeps a journal of what was acknowledged. */
export interface Sender {
  source: string;
  /** By the name of what is sent. */
  journals: ReadonlyMap<SentKind['name'], Journal>;
  /** What the request that has no answer yet would make of its rows; nothing where all is answered. */
  unanswered(): { name: SentKind['name']; becomes: Journal } | undefined;
  /** Rows, corrections and erasures acknowledged so far; throws what the sender was refused with. */
  acknowledged(): number;
  /** Resolves when no request is under way; none begins until `goOn`. */
  hold(): Promise<void>;
  goOn(): void;
  /** Resolves when what was begun is acknowledged. */
  finish(): Promise<void>;
}

export interface SenderOptions {
  url: string;
  headers: Readonly<Record<string, string>>;
  source: string;
  below: (limit: number) => number;
}

const ROWS_AT_MOST = 120;

export function startSender({ url, headers, source, below }: SenderOptions): Sender {
  const journals = new Map<SentKind['name'], Map<string, number | null>>(
    SENT_KINDS.map(({ name }) => [name, new Map()]),
  );
  let open: Request | undefined;
  let acknowledged = 0;
  let version = 0;
  let ended = false;
  let mayGo: Promise<unknown> = Promise.resolve();
  let letGo: () => void = () => undefined;
  let underWay: Promise<void> = Promise.resolve();

  const nextRequest = (): Request => {
    const { name, kind, named, row } = SENT_KINDS[below(SENT_KINDS.length)] ?? SENT_KINDS[0];
    const known = [...(journals.get(name)?.keys() ?? [])];
    const anyKnown = (): string => known[below(known.length)] ?? '';
    version += 1;
    const length = 1 + below(ROWS_AT_MOST);
    if (!named) {
      const body = Array.from({ length }, () => row(version, below));
      return { name, path: kind, body, becomes: new Map([[`n${version}`, length]]) };
    }
    if (known.length > 0 && below(12) === 0) {
      const externalId = anyKnown();
      return { name, path: `${kind}/erasure`, body: { externalId }, becomes: new Map([[externalId, null]]) };
    }
    const rows = new Map<string, Row>();
    for (let nth = 1; nth <= length; nth += 1) {
      // An erased row may come again from its source: it is then a row like any other.
      const externalId = known.length > 0 && below(4) === 0 ? anyKnown() : `${kind}-${version}-${nth}`;
      rows.set(externalId, { externalId, ...row(version, below) });
    }
    return {
      ...{ name, path: kind, body: [...rows.values()] },
      becomes: new Map([...rows.keys()].map((id) => [id, version])),
    };
  };

  const attempt = async ({ path, body }: Request): Promise<boolean> => {
    try {
      const answer = await fetch(`${url}/api/v1/ingest/${path}?source=${source}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(30_000),
      });
      const text = await answer.text();
      if (answer.status >= 500 || answer.status === 429) return false;
      // An erasure whose answer was lost finds nothing to erase when it is asked for again.
      if (answer.status === 204 || (answer.status === 404 && path.endsWith('/erasure'))) return true;
      if (answer.status !== 200) throw new Error(`refused with ${answer.status}: ${text}`);
      const { quarantined } = JSON.parse(text) as { quarantined: number };
      if (quarantined > 0) throw new Error(`rows were set aside: ${text.slice(0, 500)}`);
      return true;
    } catch (error) {
      // By name: under Jest, what fetch throws is of another realm.
      if (['TypeError', 'TimeoutError'].includes((error as Error).name)) return false;
      throw error;
    }
  };

  const work = async (): Promise<void> => {
    while (!ended) {
      open = nextRequest();
      for (;;) {
        await mayGo;
        const tried = attempt(open);
        underWay = tried.then(
          () => undefined,
          () => undefined,
        );
        if (await tried) break;
        await setTimeout(30 + below(50));
      }
      for (const [id, now] of open.becomes) journals.get(open.name)?.set(id, now);
      acknowledged += open.becomes.size;
      open = undefined;
    }
  };
  const working = work();
  let refusal: Error | undefined;
  working.catch((error: Error) => (refusal = error));

  return {
    ...{ source, journals },
    unanswered: () => open,
    acknowledged: () => {
      if (refusal !== undefined) throw refusal;
      return acknowledged;
    },
    hold: async () => {
      mayGo = new Promise<unknown>((resolve) => (letGo = () => resolve(undefined)));
      await underWay;
    },
    goOn: () => letGo(),
    finish: async () => {
      ended = true;
      letGo();
      await working;
    },
  };
}
