import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FACT_KINDS } from '#contracts/ingest/fact-kind.ts';
import { importOptions } from '../../apps/api/src/commands/import-options.ts';
import { fieldMarkdown } from '../../apps/api/src/commands/field-table.ts';
import { Command } from 'commander';
import { type CommandLine, fixture, openCommandLine } from './command-line.ts';

const guide = await readFile(new URL('../../docs/importing.md', import.meta.url), 'utf8');

/** The files that stand in for those of the guide. */
const FILES: Record<string, string> = {
  'fft.csv': fixture('fft-surgeries.csv'),
  'waits.csv': fixture('er-waits.csv'),
  'reviews.csv': fixture('hospital-reviews.csv'),
  'fft.json': join(tmpdir(), `bedside-guide-${process.pid}.json`),
};

/** The commands of the guide as the shell would cut them, but for the one that only shows the form. */
const commands = [...guide.matchAll(/^npm run bedside -- (import [a-z](?:\\\n|.)*)$/gm)].map(([, command = '']) =>
  [...command.replaceAll('\\\n', ' ').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain = '']) => {
    const word = quoted ?? plain;
    return FILES[word] ?? word;
  }),
);

describe('the commands of the guide', () => {
  let bedside: CommandLine;
  beforeAll(async () => {
    bedside = await openCommandLine();
  });
  afterAll(async () => {
    await bedside.close();
    await rm(FILES['fft.json'] as string, { force: true });
  });

  it('all bring every row in, one after another', async () => {
    const ends: string[] = [];
    for (const args of commands) {
      const { status, noted } = await bedside.run(...args);
      ends.push(status === 0 ? 'all in' : `${args.join(' ')}: ${noted}`);
    }
    expect(ends).toEqual(Array.from({ length: 5 }, () => 'all in'));
  });
});

/** Tables without the blanks and dashes that only make them look even. */
const unaligned = (markdown: string) => markdown.replace(/ *\| */g, '|').replace(/-{3,}/g, '---');

it.each(FACT_KINDS)('lists the fields of %s as they are', (kind) => {
  expect(unaligned(guide)).toContain(unaligned(`### \`${kind}\`\n\n${fieldMarkdown(kind)}\n`));
});

it.each(
  importOptions(new Command())
    .options.map(({ long }) => long as string)
    .filter((flag) => flag !== '--json'),
)('explains %s', (flag) => {
  expect(guide).toContain(flag);
});
