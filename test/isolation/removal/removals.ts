import { readFileSync } from 'node:fs';

/** One part of a wall taken out of a copy of the sources. */
export interface Removal {
  file: string;
  /** In words, for the report. */
  what: string;
  from: number;
  to: number;
  instead: string;
}

interface Pattern {
  find: RegExp;
  instead: (match: RegExpMatchArray) => string;
}

/** Conditions that keep a statement to its organisation; each goes by itself, its parameter stays in use. */
const CONDITIONS: readonly Pattern[] = [
  { find: /(?:\b\w+\.)?\borganisation_id = (\$\d+)(?:::uuid)?/g, instead: ([, value]) => `${value}::uuid is not null` },
  { find: /(?:\b\w+\.)?\borganisation_id = (\$\{[^{}]+\})/g, instead: ([, value]) => `${value}::uuid is not null` },
  { find: /(?:\b\w+\.)?\borganisation_id = \w+\.organisation_id/g, instead: () => 'true' },
  {
    find: /(?<=\.(?:find|delete|update)\w*\(\w+, \{ (?:where: \{ )?)organisationId(?:: scope\.organisationId)?,?/g,
    instead: () => '',
  },
  { find: /(?<=const where = \{ )organisationId: scope\.organisationId/g, instead: () => '' },
];

const ANYBODY_SIGNED_IN = `@((_: object, __: string, { value }) => Reflect.defineMetadata('bedside:need', 'somebody', value))`;

/** What the API asks of whoever comes: who they are, at the door and at the route, and what they may do. */
const GUARDS: readonly Pattern[] = [
  { find: /@Needs\([^)]*\)/g, instead: () => ANYBODY_SIGNED_IN },
  { find: /await standAtTheDoor\([^)]*\);/g, instead: () => '' },
  { find: /\{ provide: APP_GUARD, useClass: AccessGuard \}/g, instead: () => '' },
  { find: /refuseOtherSource\(principal, source\);/g, instead: () => '' },
];

/** What each table's policy says: all of it, the organisation's part, the department's, and what may be added. */
const POLICY_PARTS: Record<string, (table: string) => [find: string, instead: string]> = {
  'all of it': (table) => ['using (${condition})', `using (\${name === '${table}' ? 'true' : condition})`],
  'the organisation': (table) => ['    OWN_ORGANISATION,', `    name === '${table}' ? 'true' : OWN_ORGANISATION,`],
  'the department': (table) => ['...(departments ?', `...(departments && name !== '${table}' ?`],
  'every department': (table) => ['...(everyDepartment ?', `...(everyDepartment && name !== '${table}' ?`],
  'what is added': (table) => [
    'with check (${OWN_ORGANISATION})',
    `with check (\${name === '${table}' ? 'true' : OWN_ORGANISATION})`,
  ],
};

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

function removalsBy(patterns: readonly Pattern[], root: string, files: readonly string[]): Removal[] {
  return files.flatMap((file) => {
    const text = readFileSync(`${root}/${file}`, 'utf8');
    return patterns.flatMap(({ find, instead }) =>
      [...text.matchAll(find)].map((match) => ({
        ...{ file, from: match.index, to: match.index + match[0].length, instead: instead(match) },
        what: `${file}:${lineOf(text, match.index)} ${match[0]}`,
      })),
    );
  });
}

export const conditions = (root: string, files: readonly string[]): Removal[] => removalsBy(CONDITIONS, root, files);

export const guards = (root: string, files: readonly string[]): Removal[] => removalsBy(GUARDS, root, files);

const POLICIES = 'apps/api/src/database/tenant-table.ts';

/** For each tenant table the parts that its policy has. */
export function policies(root: string, migrations: readonly string[]): Removal[] {
  const text = readFileSync(`${root}/${POLICIES}`, 'utf8');
  const tables = migrations.flatMap((file) =>
    [...readFileSync(`${root}/${file}`, 'utf8').matchAll(/\.\.\.tenantTable\(\{(.*?)\n {2}\}\)/gs)].map(
      ([, body = '']) => body,
    ),
  );
  return tables.flatMap((body) => {
    const table = /name: '(\w+)'/.exec(body)?.[1] ?? '';
    const parts = ['all of it'];
    if (/^ {4}departments: true/m.test(body)) parts.push('the organisation', 'the department');
    if (/^ {4}everyDepartment: true/m.test(body)) parts.push('the organisation', 'every department');
    if (/^ {4}addedByAll: true/m.test(body)) parts.push('what is added');
    return parts.map((part) => {
      const [find, instead] = POLICY_PARTS[part]?.(table) ?? ['', ''];
      const from = text.indexOf(find);
      if (from < 0) throw new Error(`the policies are written in another way now: ${find}`);
      return { file: POLICIES, what: `${table}: ${part}`, from, to: from + find.length, instead };
    });
  });
}
