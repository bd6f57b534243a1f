import { readFileSync, writeFileSync } from 'node:fs';

/** Statements by what each is for. */
export type Statements = Record<string, string>;

/**
 * What a room's `sql.gen.md` says and what it should say, so that a change of SQL is seen in review. With `UPDATE_SQL=1`
 * the file is written anew first.
 */
export function writtenStatements(file: URL, title: string, statements: Statements): { written: string; due: string } {
  const parts = [
    `# ${title}`,
    'Written by the test beside it; run that with `UPDATE_SQL=1` after a change.',
    ...Object.entries(statements).map(([purpose, sql]) => `## ${purpose}\n\n\`\`\`sql\n${sql.trim()}\n\`\`\``),
  ];
  const due = `${parts.join('\n\n')}\n`;
  if (process.env.UPDATE_SQL === '1') writeFileSync(file, due);
  return { written: readFileSync(file, 'utf8'), due };
}
