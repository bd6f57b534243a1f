import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** NDJSON on its way over a real connection. */
export interface Sending {
  /** Waits where the receiver is slower than the sender. */
  write(lines: string | Buffer): Promise<void>;
  /** Ends it and tells the answer. */
  end(): Promise<{ status: number; body: string }>;
  /** Lets go of the connection in the middle. */
  breakOff(): void;
}

export function startSending(
  url: string,
  kind: string,
  source: string,
  sender: Readonly<Record<string, string>>,
): Sending {
  const sending: ClientRequest = request(`${url}/api/v1/ingest/${kind}?source=${source}`, {
    method: 'POST',
    headers: { ...sender, 'content-type': 'application/x-ndjson' },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sending.once('response', resolve).once('error', reject);
  });
  answered.catch(() => undefined);
  const answer = answered.then(async (response) => ({ status: response.statusCode ?? 0, body: await text(response) }));
  answer.catch(() => undefined);
  return {
    write: async (lines) => {
      if (!sending.write(lines)) await Promise.race([once(sending, 'drain'), answered]);
    },
    end: () => {
      sending.end();
      return answer;
    },
    breakOff: () => void sending.destroy(),
  };
}

/** Lines of survey responses with ids `first` up to before `end`. */
export function linesOf(first: number, end: number): string {
  let lines = '';
  for (let id = first; id < end; id += 1) {
    lines += `{"externalId":"${id}","department":"ward-4b","respondedAt":"2026-10-01T09:00:00Z","csat":${(id % 5) + 1}}\n`;
  }
  return lines;
}
