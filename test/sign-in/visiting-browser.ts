import type { TestApp } from '../app/test-app.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An answer as somebody in front of a browser gets it. */
export interface Answered<Body> {
  status: number;
  body: Body;
  retryAfter: number | null;
}

/** A browser with a jar of cookies, at a network address of its own. */
export interface VisitingBrowser {
  send<Body = Record<string, unknown>>(method: Method, path: string, payload?: object): Promise<Answered<Body>>;
  /** What it holds under a name; undefined when it holds nothing. */
  cookie(name: string): string | undefined;
  /** Puts something into the jar, or takes it out. */
  putCookie(name: string, value: string | undefined): void;
  /** What the last answer's Set-Cookie said. */
  lastCookies(): string[];
}

export function openVisitingBrowser({ app }: TestApp, remoteAddress = '192.0.2.1'): VisitingBrowser {
  const jar = new Map<string, string>();
  let said: string[] = [];
  return {
    send: async <Body>(method: Method, path: string, payload?: object): Promise<Answered<Body>> => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await app.inject({
        ...{ method, url: `/api/v1/${path}`, remoteAddress },
        ...(payload && { payload }),
        headers: { 'sec-fetch-site': 'same-origin', 'user-agent': 'Test Browser', ...(cookie && { cookie }) },
      });
      said = [answer.headers['set-cookie'] ?? []].flat();
      for (const { name, value } of answer.cookies) {
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      const body: Body = answer.body === '' ? (null as Body) : answer.json();
      const wait = answer.headers['retry-after'];
      return { status: answer.statusCode, body, retryAfter: wait === undefined ? null : Number(wait) };
    },
    cookie: (name) => jar.get(name),
    putCookie: (name, value) => void (value === undefined ? jar.delete(name) : jar.set(name, value)),
    lastCookies: () => said,
  };
}
