import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** One route that the server answers, as it is registered. */
export interface Route {
  method: string;
  /** As in `/api/v1/complaints/:number`. */
  path: string;
}

const STEP = 4;

/** Every route there is, whoever registered it, in order of path; HEAD goes with GET. */
export function servedRoutes(app: NestFastifyApplication): Route[] {
  const above: string[] = [];
  const routes: Route[] = [];
  const tree = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  for (const line of tree.split('\n')) {
    const [, branch = '', part = '', methods = ''] = /^([│├└─\s]*)(\S*) \(([A-Z, ]+)\)$/.exec(line) ?? [];
    if (methods === '') continue;
    const depth = branch.length / STEP - 1;
    above.length = depth;
    above.push(part);
    for (const method of methods.split(', ')) {
      if (method !== 'HEAD') routes.push({ method, path: above.join('') });
    }
  }
  return routes.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

export const nameOf = ({ method, path }: Route): string => `${path} ${method}`;
