import { CALLERS, type Caller } from './callers.ts';
import type { Fields } from './described-fields.ts';
import type { Route } from './served-routes.ts';

/** A route with what it answers to whom. */
export interface RouteRow {
  route: Route;
  /** Status by whose record or department is named ('' where none is), and by caller. */
  statuses: Map<string, Map<Caller, number>>;
  fields: Fields | undefined;
}

const OPENING = `# Who is answered what

Written by the test beside it. Each route the server answers × who asks × whose record or department is named: the status
of the answer. 401 is "sign in first", 403 "your role does not allow this", 404 "there is no such thing", and 400 says that
somebody was let in and what they sent refused. Heads and staff are of the department whose records are called own;
\`sibling\` is the department beside it, \`other\` another organisation, \`none\` what does not exist. \`half-way\` has yet to show
a second factor, \`their-admin\` is the administrator of the other organisation.
`;

/** The committed table: who gets which answer, then which fields each route takes. */
export function routesInWords(rows: readonly RouteRow[]): string {
  const answers = rows.flatMap(({ route, statuses }) =>
    [...statuses].map(([whose, of]) => [
      `${route.method} ${route.path}`,
      whose,
      ...CALLERS.map((caller) => String(of.get(caller) ?? '')),
    ]),
  );
  const taken = rows.map(({ route, fields }) => [
    `${route.method} ${route.path}`,
    fields === undefined ? '(not described)' : inWords(fields.query),
    fields?.body === null || fields === undefined ? '' : inWords(fields.body),
  ]);
  return [
    OPENING,
    table(['route', 'whose', ...CALLERS], answers),
    '\n## What each takes\n',
    table(['route', 'query', 'body'], taken),
    '',
  ].join('\n');
}

const inWords = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' ');

/** A Markdown table as the formatter would write it. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, column) =>
    Math.max(3, ...[heads, ...rows].map((row) => (row[column] ?? head).length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
