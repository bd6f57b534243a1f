import { Agent, request } from 'node:http';

/** Somebody who asks over real connections; the same for either server. */
export interface Asker {
  url: string;
  cookie: string;
  bodies: readonly string[];
}

const SENDERS = 8;

/** Requests a second over connections that are kept, each answered in full; the senders live in the same process. */
export async function requestRate({ url, cookie, bodies }: Asker, requests: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: SENDERS });
  let left = requests;
  const begun = performance.now();
  const send = async (): Promise<void> => {
    for (; left > 0;) {
      left -= 1;
      await post({ url, cookie, agent, body: bodies[left % bodies.length] ?? '' });
    }
  };
  try {
    await Promise.all(Array.from({ length: SENDERS }, send));
    return requests / ((performance.now() - begun) / 1000);
  } finally {
    agent.destroy();
  }
}

interface Sent extends Omit<Asker, 'bodies'> {
  agent: Agent;
  body: string;
}

function post({ url, cookie, agent, body }: Sent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
    const sent = request(`${url}/api/v1/metrics/query`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`a question was answered with ${answer.statusCode}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
