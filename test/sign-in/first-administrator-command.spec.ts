import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type CommandLine, openCommandLine } from '../import/command-line.ts';

let commandLine: CommandLine;

beforeEach(async () => {
  commandLine = await openCommandLine();
});

afterEach(() => commandLine.close());

it('prints a link, at the address where Bedside runs, that voids the one before, and says so on the trail', async () => {
  const first = await commandLine.run('first-administrator');
  expect(first).toMatchObject({ status: 0, printed: expect.stringMatching(/^http:\/\/localhost:3000\/first-adm/) });
  expect(first.noted).toMatch(/within 24 hours/);
  writeFileSync(join(commandLine.dataFolder, 'running.json'), JSON.stringify({ url: 'http://localhost:4711' }));
  const second = await commandLine.run('first-administrator');
  expect(second.printed).toMatch(/^http:\/\/localhost:4711\/first-administrator#[\w-]+$/);
  expect(second.printed.split('#')[1]).not.toBe(first.printed.split('#')[1]);
  const links = await commandLine.ask(`select purpose from one_time_link where used_at is null and expires_at > now()`);
  expect(links).toEqual([{ purpose: 'first-administrator' }]);
  const trail = await commandLine.ask<{ action: string }>('select action from audit_event order by seq');
  expect(trail.map(({ action }) => action)).toEqual(['audit-key.began', 'link.created', 'link.created']);
});
